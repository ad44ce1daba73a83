import type { TopicWords } from './words';

export const es: TopicWords = {
	sex: [
		'sexo',
		'sexo sexual* sexualidad nsfw porno* desnud* erótic* erotismo orgasmo* masturb* fetich* genital*',
	],
	violence: [
		'violencia',
		'violencia* violent* asesin* homicidio* violación violaciones violador* agresión* agresiones agredid* maltrato* tortura* masacre* genocidio* bomba bombas bombardeo* atentado* tiroteo* feminicidio* crimen_de_guerra crímenes_de_guerra',
	],
	death: [
		'muerte',
		'muerte* muerto muertos muerta muertas murió morir fallec* funeral* entierro* suicid* cadáver* luto aborto_espontáneo obituario*',
	],
	illness: [
		'enfermedad',
		'enfermedad* enfermo enferma cáncer tumor* covid* pandemia* vacuna* quimio* cirugía* hospital* diagnóstic* depresión depresiv* ansiedad ataque_de_pánico anorexia bulimia trastorno_alimentario autolesi* migraña* síntoma* infección* vomit*',
	],
	politics: [
		'política',
		'política* político* políticas elección elecciones electoral* presidente presidenta ministro* ministra* gobierno* parlamento* congreso senado senador* diputad* referéndum* fascis* nazi nazis trump putin psoe partido_popular moción_de_censura',
	],
	news: ['noticias', 'noticia noticias titular titulares última_hora telediario* actualidad'],
	food: [
		'comida',
		'comida* receta* cocinar cocinado cena cenar almuerzo desayuno* pastel pasteles pizza* pasta hamburguesa* carne* pollo jamón chorizo salchicha* chocolate* postre* sopa* restaurante* delicios* calorías dieta',
	],
	alcohol: [
		'alcohol',
		'alcohol* cerveza* vino vinos whisky vodka ron ginebra cóctel* borracho* borracha* resaca cava champán tequila* sidra',
	],
	spoilers: ['spoiler', 'spoiler* destripe* final_de_temporada último_capítulo'],
	'strong-language': [
		'lenguaje fuerte',
		'mierda* joder jodid* puta putas puto putos cabrón* cabron* gilipollas coño hostia hijo_de_puta pendejo*',
	],
	'eye-contact': [
		'contacto visual',
		'contacto_visual mirando_a_cámara mirando_a_la_cámara mira_a_la_cámara',
	],
	weapons: [
		'armas',
		'arma armas fusil* pistola* revólver* munición* granada* escopeta* ametralladora*',
	],
	animals: [
		'maltrato animal',
		'maltrato_animal crueldad_animal matadero* cacería* caza cazador* animal_muerto animales_muertos corrida_de_toros tauromaquia araña* serpiente* insectos',
	],
	selfies: ['selfi', 'selfie* selfi foto_mía mi_cara'],
	religion: [
		'religión',
		'religi* dios jesús cristian* iglesia* biblia corán islam* musulm* mezquita* judío* judía* sinagoga* católic* papa_francisco oración oraciones rezar ateo ateos ateísmo hindú* budis* misa',
	],
};
