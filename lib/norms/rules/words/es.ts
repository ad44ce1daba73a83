import type { Words } from './words';

export const ES: Words = {
	not: 'no|nunca|ningún|ninguna|ningunos|jamás|tampoco|ni|nada de',
	and: 'y|e|o|ni',
	must: 'obligatorio*|obligatoria*|obligatoriamente|necesario*|necesaria*|requerid*|requiere*|imprescindible*|hay que|siempre|hace falta|es preciso|tienen que|tienes que|tiene que|exige|exigen|exigimos|se necesita|obligación|han de|ha de|deberán|imprescindible|sin excepción|es obligatorio|necesitan|necesita|es necesario|previa autorización|con autorización|exigid*|es un requisito|requisito|por obligación|preciso|forzoso',
	shall:
		'debe|deben|debes|debéis|deberá|deberán|solo con|únicamente con|solo tras|solo detrás|siempre con|va detrás|van detrás|va tras|van tras|han de ir',
	ask: 'por favor|agradece*|agradecemos|recomienda*|recomendamos|recomendable|recomendado|debería|deberían|deberías|preferible*|preferimos|preferiblemente|procura*|procurad|intenta|intentad|rogamos|ruega|se ruega|gracias|anima*|animamos|acuérdate|recuerda|recordad|pedimos|se pide|conviene|nos encanta|nos encantan|nos gusta|nos gustan|nos gustaría|sería bonito|sería genial|sería amable|sería estupendo|te animamos|os animamos|ayuda|ayudan|si puedes|si podéis|si es posible|en lo posible|a ser posible|mejor|queremos|deseamos|tened la amabilidad|ten la amabilidad|haz lo posible|no olvides|no olvidéis|invitamos|se invita|sugerimos|se sugiere|rogad|bien visto|preferimos que|agradecid*|agradecería|cuida|con moderación|piensa en|pensad en|de ser posible|preferencia',
	do: 'añade|añadid|usa|usad|utiliza|utilizad|describe|describid|escribe|escribid|pon|poned|marca|marcad|indica|indicad|cita|citad|menciona|mencionad|oculta|limita|haz|elige|elegid|selecciona|di|decid|etiqueta|etiquetad|nombra|nombrad|señala|señalad|acredita|incluye|incluid|acompaña|acompañad|esconde|esconded|responde|deja|dejad|ponle|ponedle|tapa|avisa|avisad',
	forbid:
		'prohibid*|prohíbe*|prohibimos|prohibición|evita|eviten|evitad|evitar|eliminad*|eliminará*|borrad*|vetad*|spam|inaceptable*|abstente|absteneos|expulsad*|retirad*|retiramos|suspendid*|suspendemos|cerrad*|cerramos|serán limitad*|será limitad*|expuls*|expulsión|bloquead*|bloqueamos|sancionad*|no queremos|no deseamos|no tienen cabida|no tiene cabida|no tienen sitio|no hay sitio|no hay lugar|no tienen lugar|no tiene lugar|fuera de lugar|borramos|eliminamos|eliminan|elimina|rechaza*|rechazad*|abstenerse|abstén*|prohibido|no son bienvenid*|mal vist*|no aceptamos|tolerancia cero|cero tolerancia|motivo de|baneo|banead*|silenciad*|nada de|desaconsej*|indesead*|a la calle|ocultad*|terminantemente',
	allow:
		'permite|permiten|permitid*|permitimos|puede|pueden|puedes|podéis|acepta|aceptan|aceptamos|aceptable*|bienvenid*|admite|admiten|tolera|toleran|vale|libre|libres|autorizad*|tolerad*|toleramos|no hay problema|válid*|estupendo|está bien|bienvenidas|bienvenidos',
	free: 'opcional*|voluntari*|si quieres|si lo deseas|si queréis|a tu elección|no es obligatorio|no nos molesta|no nos molestan|no molesta|no molestan|no hay problema|sin problema*|nada en contra|no hace falta|no es necesario|no hay que|no tienes que|no tenéis que|libremente|con libertad|con toda libertad|cuanto quieras|todo lo que quieras|como quieras|como queráis|lo que quieras|si te apetece|si os apetece|cosa tuya|cosa vuestra|a tu gusto|a voluntad|nadie te|nadie os|nadie está obligad*|nadie exige|no exigimos|no pedimos|sin restriccion*|sin límite*|no hay límite*|no hay restriccion*|eres libre|sois libres|tú decides|decides tú',
	exempt:
		'no cuenta|no cuentan|no se considera*|no consideramos|no nos referimos|no es eso|no entra|no entran|es otra cosa|no lo consideramos|no es crosspost*|no cuentan como',
	but: 'pero|sin embargo|salvo|excepto|aunque',
	condition: 'siempre que|salvo si|a menos que|si|sin|siempre y cuando|mientras|que',
	without:
		'sin|carezca*|carecen|falta|falte|sin describir|sin descripción|no descritas|carezcan|carentes',
	only: 'solo|sólo|solamente|únicamente|exclusivamente|nada más que|únicos|que solo|más que|se limiten a|se limitan a|tan solo|tan sólo|mero|mera|meros|meras|simple|nada más',
	public: 'público|públicos|pública|públicas|públicamente',
	alt: 'texto* alternativo*|textos alternativos|descripción de imagen|descripciones de imágenes|descripciones de las imágenes|descripción de las imágenes|descripción alternativa|texto alt|descripción textual|alt text|texto alternativo|descripción de la imagen|descripción de imágenes|textos alt',
	media:
		'imagen|imágenes|foto|fotos|fotografía*|vídeo|vídeos|multimedia|archivos multimedia|ilustracion*|clip|clips|audio|audios|sonido|gif|gifs|dibujo|dibujos|archivo|archivos|adjunto|adjuntos|captura*|arte',
	describe: 'describ*|descripción|descripciones',
	cross:
		'crosspost*|cross post*|publicacion* cruzada*|publicación cruzada|publicaciones cruzadas|contenido cruzado|contenidos cruzados|espejo|espejos|crossposte*|publicar de forma cruzada|multipublicacion*|crosspost|crossposter*|crossposts|crossposteo|cuentas espejo|cuenta espejo|reenvíos|copias cruzadas|publicación simultánea',
	bot: 'bot|bots|robot|robots|rss|canales rss|cuentas automatizadas|cuentas automáticas|cuenta automatizada|cuenta automática|publicaciones automáticas|publicación automática|mensajes automáticos|reenvíos automáticos|reenvío automático|fuentes rss|canal rss|autopublica*',
	auto: 'automátic*|automatizad*|automáticamente|automatización|por sí solas|por sí solos|por sí sola|por sí mismas|automática|un script|un programa|sin intervención',
	copy: 'republi*|copia|copian|copiar|copiad*|reenví*|reenvia*|replic*|importa*|vuelca*|volcar|sincroni*|retransmit*|replican|replicar|espejo|reflej*|trasvas*|vuelc*|vuelquen|copien|copias|fuentes|canales|alimentad*|traen|traslad*|redifun*|redirig*|reenvío*|reenvíos|retuit*',
	post: 'publicación|publicaciones|publicar|publica|publiques|publicad*|mensaje|mensajes|contenido|contenidos|post|posts|toot|toots|estado*|tuits|tweets|entradas|compart*|postear|subir|anuncio|anuncios|artículo|artículos|texto|textos|publicas|publique|publiquen|hilo|hilos',
	account: 'cuenta|cuentas|perfil|perfiles',
	tool: 'herramienta*|servicio|servicios|programa|programas|aplicacion*|script*|puente|puentes|cliente|clientes|software|plugin*',
	network:
		'redes|red social|plataforma|plataformas|otros sitios|otro sitio|twitter|tuits|tweets|bluesky|facebook|instagram|otras webs|fuera|otra red|otras redes|otra plataforma|otras plataformas|x|threads|tiktok|otros servicios|otro servicio|redes sociales',
	same: 'mismo|misma|mismos|mismas|idéntic*|simultáne*|simultáneamente|a la vez|al mismo tiempo|el mismo|la misma|copiar y pegar|idénticas|uno y el mismo',
	unlisted:
		'no listad*|sin listar|no listado|no listada|no listados|no listadas|público silencioso|fuera de la cronología|fuera de la línea|fuera del tablón|no en la cronología|público discreto|discreta|no aparezca* en la cronología',
	followers:
		'solo seguidores|solo para seguidores|solo a seguidores|únicamente a seguidores|únicamente seguidores|solo para tus seguidores|sólo seguidores|solo para los seguidores|tus seguidores únicamente|solo tus seguidores',
	mark: 'marcad*|marca|marcar|marcarse|identific*|etiquetad*|indicar*|indicad*|indica|señala*|declarar*|constar|avisar|casilla|como bot|como bots|como tal|como tales|marcada|marcadas|marcado|marcados|activad*|claramente|visible|etiquetadas|etiquetados|etiqueta|hashtag|señalad*|indicarlo|decirlo|constancia|dejar claro|indicado|avisa|identificad*|etiquetad',
	participate:
		'participa*|participe*|particip*|interactua*|interactúa*|interactú*|interacción|responde*|responda*|contesta*|conteste*|conversa*|convers*|implica*|forma parte|formar parte|responder|respondas|respondáis|responded|contestar|conversa|conversación|conversaciones|dialog*|presente|presentes|lee|leas|leed|hablar con|habla con|hablad con|relaciónate|interactuar|participar|atiend*|atender',
	broadcast:
		'solo difunden|solo emiten|sin interactuar|nunca interactúan|cuentas desatendidas|nadie atiende|nadie lee|nadie cuida|sin responder|nunca responden|no responden nunca|jamás responden|megáfono|desatendid*|un solo sentido|sin responder nunca',
	flood:
		'satur*|satures|inund*|inundes|flood*|colapses|colapsar|en masa|mensajes seguidos|en cadena|abarrot*|acapar*|monopoli*|bombarde*|ametrall*|atasc*|copar|copes|ráfaga*|avalancha*|llenes|llenar|demasiados mensajes|más despacio|a destajo|seguidos|seguidas',
	most: 'como máximo|máximo|no más de|más de|a lo sumo|limitad*|limita|hasta|cada',
	repeat:
		'repetid*|repet*|repitas|repitáis|duplicad*|duplica*|varias veces|varias cuentas|una y otra vez|múltiples cuentas|cada día|todos los días|una y otra|sin parar|muchas veces|repetidamente|constantemente|copiar y pegar|más de una vez|repetir|repetición',
	several:
		'varias cuentas|múltiples cuentas|distintas cuentas|varias instancias|diferentes cuentas|cuentas distintas|más de una cuenta|segunda cuenta|otra cuenta|diversas cuentas',
	lang: 'idioma|idiomas|lengua|lenguas',
	other:
		'otro idioma|otros idiomas|otra lengua|otras lenguas|distinto del|distintos del|que no sea|que no sean|todo lo demás|lo demás|lenguas extranjeras|cualquier otro idioma|idiomas extranjeros|demás idiomas|idiomas distintos',
	primary:
		'idioma principal|principal|principalmente|mayoritariamente|preferentemente|sobre todo|preferible|mayormente|predominante*|hispanohablante|en general|generalmente|normalmente|la mayoría|ante todo|habitualmente|de preferencia|mayoría|preferimos|lengua común|idioma común|idioma de trabajo|habitual',
	write:
		'comunidad|instancia|escrib*|escrit*|public*|mensajes|redact*|comunic*|habl*|contenido*|posts|expres*|escriba|escribas|hablamos|escribimos|conversaciones|conversación|textos|cronología|comunicación|respuestas|publicaciones',
	every:
		'todos los idiomas|cualquier idioma|todas las lenguas|cualquier lengua|multilingüe*|idioma que quieras|idioma que queráis|lengua que quieras|idioma que prefieras|idioma de tu elección|otros idiomas son|tu propio idioma|lengua materna|cualquier otra lengua|demás idiomas son|en el idioma que|sea cual sea el idioma',
	own: 'idioma de cada|idioma de tus|idioma correcto|etiqueta de idioma|idioma de la publicación|idioma de las publicaciones|idioma del mensaje|configura el idioma|selecciona el idioma|idioma del texto|elige el idioma|indica el idioma|marca el idioma|etiqueta el idioma|idioma en que|ajusta el idioma|idioma adecuado|idioma de cada publicación|idioma de cada mensaje|señala el idioma',
	cw: 'advertencia* de contenido|cw|cws|aviso* de contenido|content warning*|contenido sensible|advertencia|advertencias|sensible|sensibles|avisos de contenido|aviso de contenido|aviso previo|nota de contenido|notas de contenido',
	'topic:sex': 'sexo|sexual*|desnud*|porno*|erótic*|nsfw',
	'topic:violence': 'violen*|gore|sangre|abuso|guerra|maltrato',
	'topic:death': 'muerte|muertes|suicidi*|duelo',
	'topic:illness': 'enfermedad*|salud|médic*|covid',
	'topic:politics': 'política|políticas|político|políticos|elecciones',
	'topic:news': 'noticias|actualidad',
	'topic:food': 'comida|comidas|carne|alimentos',
	'topic:alcohol': 'alcohol|drogas|tabaco|cerveza|vino',
	'topic:spoilers': 'spoiler|spoilers|destripe*|final de una película|final de una serie',
	'topic:strong-language': 'palabrotas|lenguaje soez|insultos|tacos',
	'topic:eye-contact': 'contacto visual|miradas',
	'topic:weapons': 'arma|armas',
	'topic:animals': 'maltrato animal|arañas|insectos|crueldad animal',
	'topic:selfies': 'selfie|selfies|autofotos|rostros',
	'topic:religion': 'religión|religiones|religios*',
	longer:
		'más de|superen|supera|superan|superior* a|más largos que|más larg*|exced*|sobrepas*|mayor* de',
	characters: 'caracteres|letras',
	link: 'enlace|enlaces|link|links|enlazar|enlaza|enlaces a|url',
	hashtag: 'hashtag*|etiquetas|almohadilla*',
	many: 'demasiados|demasiadas|demasiad*|exceso|abuses|abuso|muchos|muchas|excesiv*|cantidad|moderación|pocas|pocos|muro|muros|ristra*|más de|no más de|como máximo|máximo|spam|montón|montones|sarta*|docena*|aluvión|retahíla*|nube*|sin abusar|abusar|abuséis|con moderación|saturad*|llen*|colección',
	camel:
		'camelcase|camel case|mayúscula*|pascalcase|mayúscula inicial|mayúsculas|inicial mayúscula|letra inicial|primera letra|en mayúscula|capital*',
	ai: 'ia|inteligencia artificial|inteligencias artificiales|generativ*|modelos de lenguaje|con ia|por ia|generador*|generadas por|imágenes generadas|generado por|ia generativ*',
	train: 'entrenar|entrenamiento|entrene*|aprendizaje automático|machine learning|entrenan',
	scrape:
		'scrap*|recopil*|extracción de datos|extraer datos|minería de datos|rastre*|recolección masiva|recolect*|raspado|recopilación|recopilar|cosech*|recolectar|recoger datos|extracción masiva|extraer|descarga masiva|captura masiva|minar datos',
	credit:
		'crédito*|acredit*|autor|autora|autores|autoría|atribu*|fuente|fuentes|artista|artistas|cita siempre|creador*|fotógraf*|tus fuentes|atribución|nombra al autor|cita al autor|menciona al autor|menciona a quien|créditos|da crédito|ilustrador*|quien la hizo|quien lo hizo',
	promo:
		'publicidad|autopromoción|auto promoción|promoción|promocion*|comercial*|anuncios|propaganda comercial|ventas|spam comercial|vender|venta|patrocinad*|patrocinio|cuentas comerciales|marketing|mercadotecnia|cripto*|afiliad*|anuncio comercial|sorteos|empresas|publicitari*',
	dm: 'mensaje* directo*|mensajes directos|mensaje* privado*|mensajes privados|md|mds|dm|dms|mensaje privado|mensaje directo|menciones privadas|mención privada|por privado|en privado|buzón|bandeja',
	unsolicited:
		'no solicitad*|no deseado*|desconocid*|sin que te lo pidan|no pedid*|que no conoces|desconocidos|desconocidas|no conoces|no conozcas|nunca ha hablado|nunca han hablado|no ha hablado|no han hablado|no te conoce*|sin conocer|sin haber hablado|que no te sigue*|sin permiso|sin pedir permiso|no te los han pedido|no te lo ha|no lo han pedido|no lo desea*|no los quiere*|masiv*|de la nada|sin venir a cuento|captar|jamás han hablado|nunca hayan hablado|gente que no|en frío',
	consent: 'consentimiento|permiso|autorización|acuerdo|aprobación|consentim*|autorización expresa',
	impersonat:
		'suplant*|suplantación|hacerse pasar por|hagas pasar por|te hagas pasar|haceros pasar|hacerte pasar|identidad falsa|cuentas falsas|cuenta falsa|perfiles falsos|identidades falsas|identidad ajena|nombres falsos|nombre falso|se haga pasar|se hace pasar|hacen pasar|hace pasar|hagan pasar|finjas ser|fingir ser|fingirse|usurp*|te hagas pasar por|falsas identidades|falsa identidad|nombre de otra',
	parody:
		'parodi*|cuentas satíricas|cuenta satírica|parodia|satír*|sátira|cuentas de fans|cuenta de fans|humorística*',
	none: 'no compartimos|no impulsamos|cuida tu lenguaje|lenguaje|cuida el lenguaje|por cuenta propia|tener en cuenta|en cuenta|sin falta|sin duda|sin previo aviso|sin aviso|sin advertencia|sin advertencia previa|tras una primera advertencia|no pueden ver|no puede ver|no ven|que no ven|no pueden oír|sin excepciones|no solo|no sólo|en buen idioma|mala lengua|primera advertencia|segunda advertencia|advertencia previa|previa advertencia',
	except:
		'excepto|salvo|exent*|excepción|excepciones|exceptuad*|no se aplica*|no afecta|a excepción|menos en|quedan fuera|se exceptúan|no rige|no se aplica a|exentas|exentos|exenta|quedan exent*',
	because: 'porque|ya que|puesto que|para que|a fin de',
	staff:
		'moderador|moderadores|moderación|administrador*|administradores|nuestro equipo|el equipo|nosotros|voluntarios|admins|no vendemos|no usamos|no utilizamos|no hacemos|no ponemos|no mostramos|no rastreamos|no guardamos|no mandamos|no enviamos',
	report: 'denuncia*|denunciar|denuncies|reporte*|reportes|queja|quejas|tu informe',
	hate: 'insult*|odio|racis*|sexis*|acos*|amenaz*|burl*|ofensiv*|discrimin*|acento|ridiculiz*|humill*|lenguaje ofensivo|lenguaje soez|lenguaje de odio|lenguaje insultante|regañ*|reproch*|avergonz*',
	alone:
		'sin comentario*|sin explicación|sin explicar|sin contexto|sin texto|sin decir nada|sin más|a secas|pelado*|suelto|sueltos|desnudo|desnudos|sin una palabra|aislado*',
	description:
		'descripción|descripciones|descrita|descritas|describir|leyenda*|subtítulo*|sin describir|sin descripción|no descritas',
	follower: 'seguidores|seguidoras|seguidor',
	timeline:
		'cronología*|línea|timeline*|tablón|local|públic*|mensajes|publicaciones|publicar|servidor|instancia|todos|demasiados mensajes|mensajes seguidos',
	between: 'entre|espera|esperad|espaci*|intervalo',
	least: 'al menos|mínimo|como mínimo|por lo menos',
	behind: 'tras|detrás|bajo|ocult*|escond*|oculto*|oculta*',
	sensitive: 'sensible|sensibles',
	send: 'envi*|env*|mand*|escrib*|contact*|molest*',
	pose: 'en nombre de|representa*|hable por',
	disclose: 'indicarlo|señalarlo|decirlo|biografía|perfil|claramente|dejarlo claro|declararlo',
	direct:
		'mensajes privados|mensajes directos|menciones privadas|mención privada|en privado|dms|md',
	'other-one': 'otra persona|otro|otros|otras personas|alguien',
	'by-hand': 'a mano|manualmente|manual|ya sea|da igual',
	member: 'gente|personas|miembros|nadie|desconocidos|alguien|usuarios|otros|otras',
	leak: 'captura*|difund*|filtr*|compart*|publicar|publiques|publicación',
	team: 'moderador|moderadores|moderación|administrador*|administradores|nuestro equipo|el equipo|admins|preguntas|apelaciones|soporte',
	profile: 'perfil|perfiles|avatar*|biografía',
	erase: 'elimin*|borra*|borramos|suspend*',
};
