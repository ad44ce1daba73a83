import type { Words } from './words';

export const FR: Words = {
	not: 'pas|jamais|aucun|aucune|ni|point de',
	and: 'et|ou|ni',
	must: 'obligatoire|obligatoires|obligatoirement|exigé*|exigée|requis|requise|requises|nécessaire*|impératif|impérativement|il faut|toujours|obligé*|indispensable*|besoin|obligation|tenu de|tenus de|sont à|impérative*|exigeons|sans exception|sous peine|doit être|doivent être|obligation de|nécessitent|nécessite|sur autorisation|avec autorisation|tenues de|devoir de|réclame|exige|exigent',
	shall:
		'doit|doivent|devez|devra|devront|sont à|uniquement avec|seulement avec|qu avec|uniquement derrière|seulement derrière|que derrière|uniquement sous|va derrière|vont derrière|se mettent|se met',
	ask: 'merci|veuillez|pensez|s il vous plaît|svp|devrait|devraient|recommandé*|recommandons|conseillé*|encouragé*|encourageons|souhaité*|souhaitable*|apprécié*|apprécions|préférez|de préférence|préférable|essayez|n oubliez|prière|invitons|invité*|demandons|idéalement|serait gentil|serait sympa|serait bien|serait aimable|serait chouette|ce serait|nous aimons|on aime|adorons|on adore|privilégi*|aide|aident|si possible|dans la mesure|autant que possible|mieux vaut|il vaut mieux|soyez gentils|soyez sympas|ayez la gentillesse|songez|faites de votre mieux|voulons|souhaitons|préférons|priés|reconnaissants|tâchez|aimerions|veillez|conseillons|prenez soin|mollo|modération|plutôt',
	do: 'cachez|ajoutez|utilisez|décrivez|mettez|écrivez|indiquez|citez|mentionnez|créditez|masquez|signalez|limitez|renseignez|postez en|rédigez|choisissez|cochez|nommez|précisez|marquez|étiquetez|placez|dites|accompagnez|légendez|rangez|glissez|laissez|taguez|taguer',
	forbid:
		'interdit|interdite|interdits|interdites|interdiction|évitez|éviter|proscrit*|prohibé*|supprimé*|bannis|banni|bannie|refusé*|spam|abstenez|malvenu*|indésirable*|exclus|retiré|retirés|retirée|retirées|suspendu|suspendus|suspendue|suspendues|fermé|fermés|seront limités|sera limité|exclusion|place ici|pas sa place|pas leur place|ne voulons pas|ne veut pas|voulons pas|veut pas|proscrits|proscrite|proscrites|refusons|banni*|bannissement|bloqué*|sanctionné*|sanction*|n acceptons pas|à proscrire|à éviter|bienvenus pas|dehors|à la porte|stop aux|tolérance zéro|aucune tolérance|mal vu*|rejeté*|modéré|modérés|masqué d office|supprimons|suspendons|bannissons|fermons|passez votre chemin|entraîne|entraînent|entraînera|entraîneront',
	allow:
		'autorisé*|autorisons|permis|permise|permises|accepté*|acceptons|toléré*|bienvenu*|peut|peuvent|pouvez|possible|libre|admis|admise|ok|tolérées|tolérés|tolérons|convient|conviennent',
	free: 'facultatif*|facultative*|optionnel*|si vous le souhaitez|si vous voulez|libre à vous|volontaire*|à votre convenance|dérange pas|dérangent pas|gêne pas|gênent pas|pas de souci|pas de problème|aucun problème|aucun souci|rien contre|pas d objection|aucune objection|rien ne vous oblige|personne ne vous|nul n est|n êtes pas obligé*|libre à|libres de|librement|autant que vous|comme vous voulez|comme bon vous|à volonté|à votre guise|langue de votre choix|sans restriction*|aucune restriction|aucune limite|au choix|comme il vous plaît|faites comme|si le cœur|si vous en avez envie',
	exempt:
		'ne compte pas|ne comptent pas|n est pas considéré*|pas considéré*|ne sont pas considéré*|pas ce que nous|n est pas visé*|ne sont pas visé*|pas visé*|autre chose|pas du crosspost*',
	but: 'mais|toutefois|cependant|sauf',
	condition: 'sauf si|tant que|à condition|si|sans|à moins|pourvu|qui|s ils|s elles|s il|dès lors',
	without: 'sans|dépourvu*|manque*|non décrit*|non décrite*|dénué*|sans description|sans légende',
	only: 'uniquement|seulement|exclusivement|qu un|qu en|qu une|rien que|seul|seuls|seule|seules|rien d autre|se contentent de|se bornent à|rien d autre que|simple|unique',
	public: 'public|publics|publique|publiques|publiquement',
	alt: 'texte alternatif|textes alternatifs|texte* de remplacement|description* d image*|description* des images|description* alternative*|description* de l image|descriptions de médias|description* textuelle*|alt text|texte alt|descriptions d images|descriptions de vos images|descriptions de vos|description* de vos images|textes alt',
	media:
		'image|images|photo|photos|vidéo|vidéos|média|médias|illustration*|photographie*|clip|clips|son|sons|audio|gif|gifs|dessin|dessins|pièce* jointe*|fichier*|capture*',
	describe: 'décri*|description|descriptions|légende*|légender',
	cross:
		'crosspost*|cross post*|crossposteur*|publication* croisée*|republication*|miroir|miroirs|multipost*|multi publication*|publications croisées|postage croisé|duplication depuis|crosspostage|cross postage|crossposteurs|cross posteur*|republier|publication simultanée|compte* miroir*|postage multiple',
	bot: 'bot|bots|robot|robots|flux rss|rss|automate|automates|bot cross post|compte* automatisé*|comptes automatiques|comptes automatisés|publications automatiques|publication automatique|messages automatiques|messages automatisés|compte robot|comptes robots|flux automatisé*',
	auto: 'automatique*|automatisé*|automatiquement|automatisation|tout seul|tous seuls|automatiques|par un script|par un programme|par un logiciel|sans intervention|tout seuls',
	copy: 'republi*|recopi*|copi*|relai*|reli*|importé*|transfér*|synchronis*|dupliqu*|rediffus*|miroir|miroirs|relaie*|relaye*|relais|recycl*|déverse*|import*|flux|transfert*|renvoi*|repris|reprise*|reprennent|alimenté*|recopie',
	post: 'message|messages|publication|publications|publier|publié*|publiez|pouet|pouets|post|posts|poster|postez|contenu|contenus|toot|toots|statut*|tweets|partage*|diffus*|annonce|annonces|article|articles|texte|textes|publie|publient|republier|republiez|partager|fil|fils',
	account: 'compte|comptes|profil|profils',
	tool: 'outil|outils|service|services|logiciel*|application*|script*|programme*|passerelle*|client|clients|automate|application',
	network:
		'réseaux|réseau|plateforme*|plateformes|ailleurs|twitter|tweets|bluesky|facebook|instagram|autres sites|autre site|autre réseau|autres réseaux|autre plateforme|autres plateformes|x|threads|tiktok|extérieur|extérieurs|autres services|autre service',
	same: 'même|mêmes|identique*|simultané*|simultanément|en même temps|un seul et même|copier coller|identiques',
	unlisted:
		'non listé|non listés|non listée|non listées|non répertorié*|hors liste|hors du fil|hors des fils|en dehors du fil|public discret|publique discrète|pas dans le fil|pas sur le fil|discret|non publiquement listé*',
	followers:
		'abonnés uniquement|abonnés seulement|seuls abonnés|seulement aux abonnés|aux seuls abonnés|réservé* aux abonnés|uniquement aux abonnés|uniquement pour les abonnés|vos seuls abonnés|vos abonnés uniquement',
	mark: 'signal*|indiqu*|marqu*|étiquet*|identifi*|mentionn*|coch*|déclar*|précis*|clairement|case bot|case|comme bot|comme robot|comme tel|comme tels|comme telle|comme telles|affich*|visible|visiblement|mot dièse|hashtag|étiquette|badge|préciser|le dire|dites le|indiqué|taguez|étiquetez|taguer',
	participate:
		'particip*|interag*|interaction*|répond*|réponse*|échange*|échanger|dialogu*|engag*|impliqu*|vie de la communauté|discut*|répondre|répondez|réponses|répondent|dialogue|conversation*|présent|présents|présente|lisez|lire|vivre la communauté|bavard*|prenez part|prendre part|parlez avec|parler avec|suivez les réponses',
	broadcast:
		'se contentent de diffuser|diffuser seulement|sans interagir|sans jamais|personne ne s occupe|personne ne lit|sans jamais répondre|jamais répondre|ne répondent jamais|ne répond jamais|sens unique|mégaphone|à l abandon|sans surveillance',
	flood:
		'inond*|flood|flooder|floodez|submerg*|noyer|noyez|en rafale|à la chaîne|envahi*|saturer|saturez|rafale|rafales|monopolis*|débord*|encombr*|accapar*|coup sur coup|d affilée|à la suite|bombard*|trop souvent|trop de messages|ralentissez',
	most: 'au plus|au maximum|maximum|pas plus de|plus de|limité*|limitez|maximum de|toutes les|tous les|suffit|suffisent',
	repeat:
		'répét*|doublon*|à répétition|plusieurs fois|plusieurs comptes|dupliqué*|en boucle|fois le même|fois la même|chaque jour|tous les jours|sans cesse|sans arrêt|copier coller|encore et encore|répéter|répétez|maintes fois|à longueur',
	several:
		'plusieurs comptes|plusieurs instances|divers comptes|différents comptes|comptes différents|plus d un compte|deuxième compte|comptes multiples',
	lang: 'langue|langues',
	other:
		'autre langue|autres langues|autre que|autres que|tout le reste|tout autre langue|toute autre langue|d autres langues|langues étrangères|langue étrangère',
	primary:
		'principal*|principalement|surtout|majoritairement|de préférence|en priorité|avant tout|langue principale|essentiellement|plutôt|la plupart|généralement|en général|majorité|d abord|privilégi*|habituellement|le plus souvent|langue commune|langue de travail|usuelle',
	write:
		'écri*|rédig*|publi*|messages|message|post|posts|postez|parl*|communiqu*|contenu*|pouet*|s exprimer|expression|parle|parlons|discussion*|échange*|texte|textes|fil|réponses|rédaction|s écrit|on écrit|s exprime',
	every:
		'toutes les langues|n importe quelle langue|toute langue|multilingue*|langue de votre choix|langue que vous voulez|la langue que vous|autres langues sont|n importe quelle autre|langue maternelle|votre langue|quelle que soit la langue|dans toutes les|langue qui vous',
	own: 'langue de vos|langue de chaque|langue du message|langue des messages|langue de publication|langue correcte|bonne langue|réglez la langue|la langue de vos|choisissez la langue|sélectionnez la langue|indiquez la langue|étiquette de langue|balise de langue|langue du post|langue de la publication|langue de chaque message|paramètre de langue|précisez la langue|langue appropriée|déclarez la langue',
	cw: 'avertissement de contenu|avertissements de contenu|cw|cws|content warning*|avertissement*|contenu sensible|sensible|sensibles|trigger warning*|tw|avertissements|mise en garde|mises en garde',
	'topic:sex': 'sexe|sexuel*|nudité|nu|nus|porno*|érotique*|nsfw',
	'topic:violence': 'violen*|gore|sang|abus|guerre|maltraitance',
	'topic:death': 'mort|morts|décès|suicide*|deuil',
	'topic:illness': 'maladie*|santé|médica*|covid',
	'topic:politics': 'politique*|élection*',
	'topic:news': 'actualité*|actu|infos',
	'topic:food': 'nourriture|repas|viande|aliment*|cuisine',
	'topic:alcohol': 'alcool*|drogue*|tabac|vin|bière',
	'topic:spoilers':
		'spoiler|spoilers|spoil|spoils|divulgâch*|intrigue|fin d un film|fin d une série',
	'topic:strong-language': 'gros mots|grossi*|vulgarité*|jurons',
	'topic:eye-contact': 'contact visuel|regard|regards|contacts visuels',
	'topic:weapons': 'arme|armes',
	'topic:animals': 'cruauté animale|araignée*|insectes|maltraitance animale',
	'topic:selfies': 'selfie|selfies|visages',
	'topic:religion': 'religion|religions|religieu*',
	longer:
		'plus de|dépass*|supérieur* à|plus longs que|au delà de|plus long que|plus longs|excéd*|plus longue*',
	characters: 'caractères|signes',
	link: 'lien|liens|url|urls',
	hashtag: 'hashtag*|mot dièse|mots dièse*|mots clics|mot clic|étiquettes',
	many: 'trop de|trop|excès|abus|nombre de|multipli*|abuse*|excessi*|raisonnable*|accumul*|murs|mur|mur de|kyrielle*|plus de|au maximum|au plus|spam|avalanche*|ribambelle*|pas plus de|nuage*|nuages|modération|mollo|parcimonie|quantité|dizaine*|abusez|n abusez|surcharg*|bourr*|rafale',
	camel:
		'camelcase|camel case|majuscule*|pascalcase|majuscule initiale|majuscules|initiale*|lettre capitale|capitales',
	ai: 'ia|intelligence artificielle|intelligences artificielles|générative*|modèles de langage|ai|générateur*|générées par une ia|intelligences|par ia|par une ia|outil génératif|génératif*|image* générée*',
	train:
		'apprentissage automatique|machine learning|apprentissage machine|entraîner|entraînement|entraînez|apprentissage',
	scrape:
		'scrap*|moissonn*|aspir*|extraction de données|collecte massive|crawl*|fouille de données|collecte automatisée|moissonnage|aspirer|aspiration|collecter|collecte|collecte de données|récolte*|récolter|extraire|siphonn*|pillage',
	credit:
		'crédit*|citez|cite|source|sources|attribu*|auteur|autrice|auteurs|artiste|artistes|créateur*|photographe*|vos sources|nommez l auteur|nommez l artiste|citez l auteur|paternité|mentionnez l auteur|qui a fait|illustrat*|autrices',
	promo:
		'publicité*|autopromotion|auto promotion|promotion|promotionnel*|commercia*|démarchage|pub|réclame|vente|ventes|vendre|sponsorisé*|partenariat*|annonces commerciales|pubs|publicitaire*|crypto*|affiliation|marchand*|boutique|marketing|comptes de marque*|entreprise*',
	dm: 'message* privé*|messages privés|message* direct*|messages directs|mp|mps|dm|dms|message privé|mentions privées|mention privée|en privé|messagerie privée|boîte de réception',
	unsolicited:
		'non sollicité*|inconnu*|indésirable*|non désiré*|sans y être invité*|que vous ne connaissez pas|vous ne connaissez pas|jamais parlé|jamais échangé|jamais discuté|ne vous connaît|ne vous connaissent|sans invitation|sans y avoir|ne connaissez pas|ne vous suit|ne vous suivent|démarch*|à froid|sans avoir été|qui ne le souhaitent|pas demandé|en masse|inopiné*|sans demander|prospect*|des gens que|racol*|solliciter',
	consent: 'consentement|accord|autorisation|permission|autorisations|approbation|aval|consent*',
	impersonat:
		'usurp*|usurpation|se faire passer pour|faites pas passer pour|faire passer pour|faux compte*|fausse identité|faux profil*|faux profils|fausses identités|faux noms|faux nom|pseudonyme trompeur|fait passer pour|passer pour|prétend être|prétendre être|identité d autrui|identité d un autre|nom d autrui|sous le nom de',
	parody:
		'parodi*|comptes satiriques|compte satirique|parodie|satir*|pastiche*|comptes de fans|compte de fan',
	none: 'pas boosté*|pas partagé*|j ai|surveillez votre langage|langage|n ai|mise en ligne|en ligne|sans avertissement|sans préavis|après avertissement|ne voient|ne peuvent pas voir|ne peuvent les voir|qui ne peuvent|sans exception|aucune exception|haute en couleur|non seulement|pas seulement|ligne éditoriale|langue de bois|mauvaise langue|contenu* haineux|premier avertissement|un avertissement du|qui ne peuvent pas',
	except:
		'sauf|hormis|excepté*|à l exception|exception|exceptions|ne s applique*|ne concerne*|à part|exempté*|en dehors des|ne sont pas concernées|ne sont pas concernés|n est pas concernée|pas concernés|pas concernées',
	because: 'car|parce que|puisque|afin que|afin de|pour que',
	staff:
		'modérateur|modérateurs|modération|modératrices|administrateur*|l équipe|notre équipe|nous|bénévoles|admins|l admin',
	report: 'signalement*|votre plainte|plainte|plaintes|signaler un problème',
	hate: 'insult*|haine|haineu*|racis*|sexis*|harcel*|harcèl*|menace*|moqu*|injur*|discrimin*|accent|offensant*|langage offensant|langage haineux|langage injurieux|langage ordurier|grond*|blâm*|reproch*|humili*',
	ne: 'ne|n',
	que: 'que|qu',
	alone:
		'tout seul|tous seuls|tout seuls|seul lien|lien seul|liens seuls|liens nus|lien nu|nu|nus|sans commentaire*|sans explication*|sans un mot|sans contexte|sans texte|sans rien|isolé*|brut|bruts',
	description:
		'description|descriptions|décrite|décrites|décrit|décrits|légende|légendes|sans description|sans légende|non décrit*',
	follower: 'abonné|abonnés|abonnées',
	timeline:
		'fil|fils|timeline*|flux|local|locale|public|publics|messages|publications|publier|postez|serveur|instance|tout le monde|trop de messages',
	between: 'entre|espacez|attendez|espacer|intervalle',
	least: 'au moins|au minimum|minimum',
	behind: 'derrière|sous|masqué*|caché*|masquer|cacher|dissimul*|repli*',
	sensitive: 'sensible|sensibles',
	send: 'envo*|écri*|contact*|adress*|démarch*|spamm*',
	pose: 'au nom d une|parle au nom|parler au nom|représent*',
	disclose: 'préciser|indiquer|mentionner|profil|clairement|l indiquer|signaler',
	direct:
		'message* privé*|mention* privée*|messages directs|en privé|mp|conversation* privée*|mentions privées|mention privée|messages privés|message privé',
	'other-one': 'autre|autrui|quelqu un',
	'by-hand': 'à la main|manuellement|manuelle|que ce soit|peu importe',
	member: 'gens|membres|membre|personne|personnes|inconnus|quelqu un|utilisateurs|autrui|autres',
	leak: 'capture*|divulg*|partag*|cite*|publier|publiez|publication|publications',
	team: 'modérateur|modérateurs|modération|modératrices|administrat*|l équipe|notre équipe|admins|l admin|questions|recours|assistance',
	profile: 'profil|profils|avatar*|bio',
	erase: 'supprim*|effac*|suspend*|suppression',
};
