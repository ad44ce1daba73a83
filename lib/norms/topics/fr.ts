import type { TopicWords } from './words';

export const fr: TopicWords = {
	sex: [
		'sexe',
		'sexe sexuel* sexualité nsfw porno* nudité nu_intégral nue_intégrale érotique* érotisme orgasme* masturb* fétichis* génita*',
	],
	violence: [
		'violence',
		'violence* violent* meurtre* meurtri* assassin* viol viols violeur* agression* agressé* maltraitance* torture* torturé* massacre* génocide* bombe bombes bombardement* attentat* fusillade* féminicide* crime_de_guerre crimes_de_guerre',
	],
	death: [
		'mort',
		'mort morts morte mortes mourir mourant* décès décédé* enterrement* funérailles obsèques suicid* cadavre* tué tués tuée tuées deuil fausse_couche nécrologie*',
	],
	illness: [
		'maladie',
		'maladie* malade malades cancer* tumeur* covid* pandémie* vaccin* chimio* chirurgie hôpital hôpitaux diagnostic* dépression* dépressif* anxiété crise_de_panique anorexie boulimie troubles_alimentaires automutilation* migraine* symptôme* infection* vomi*',
	],
	politics: [
		'politique',
		'politique* politicien* élection* électoral* président présidentielle* ministre* gouvernement* parlement* assemblée_nationale sénat sénateur* député* référendum* fascis* nazi* macron mélenchon trump poutine législatives motion_de_censure',
	],
	news: ['actualité', 'actualité* actus gros_titres journal_télévisé dernière_minute flash_info'],
	food: [
		'nourriture',
		'nourriture recette* cuisine cuisiner cuisiné dîner déjeuner petit-déjeuner gâteau* pizza* pâtes burger* viande* steak* poulet jambon saucisse* chocolat* dessert* soupe* restaurant* délicieux délicieuse* calorie* régime',
	],
	alcohol: [
		'alcool',
		'alcool* bière* vin vins whisky vodka rhum cocktail* ivre ivres bourré bourrée cuite gueule_de_bois champagne brasserie apéro* cidre',
	],
	spoilers: ['spoiler', 'spoiler* spoil divulgâch* fin_de_saison dernier_épisode'],
	'strong-language': [
		'grossièretés',
		'putain* merde* merdique* connard* connasse* enculé* salope* salaud* bordel foutre niquer nique_ta',
	],
	'eye-contact': ['contact visuel', 'contact_visuel regard_caméra regarde_la_caméra face_caméra'],
	weapons: [
		'armes',
		'arme armes fusil* pistolet* revolver* munition* grenade* mitraillette* arme_à_feu',
	],
	animals: [
		'souffrance animale',
		'maltraitance_animale cruauté_animale abattoir* abattage chasse chasseur* animal_mort animaux_morts corrida* araignée* serpent* insectes',
	],
	selfies: ['selfie', 'selfie* photo_de_moi mon_visage'],
	religion: [
		'religion',
		'religi* dieu jésus chrétien* christianisme église* bible coran islam* musulman* mosquée* juif* juive* synagogue* catholi* pape prière* prier athé* hindou* bouddhis* messe',
	],
};
