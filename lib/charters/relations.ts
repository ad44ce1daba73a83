/** How five languages say that somebody runs a server. Words alone; what is made of them is in operator.ts. */

/**
 * "is run by". Not "hosted", "developed" or "supported": who rents out the machine, writes the program or gives money
 * runs nothing.
 */
export const RUN_BY = new RegExp(
	[
		'(?<![\\p{L}\\d])(?:is|are|has been) (?:proudly |entirely |jointly |collectively )?(?:owned and )?(?:run|operated|administered|managed)(?: and (?:run|operated|maintained|moderated|hosted|funded|financed|owned|managed))? by(?![\\p{L}\\d])',
		'(?<=^|[,;] )(?:run|operated|administered)(?: and (?:run|operated|maintained|hosted|moderated))? by(?![\\p{L}\\d])',
		'(?<![\\p{L}\\d])(?:wird|werden) (?:gemeinschaftlich |seit \\d{4} )?(?:von|vom|durch)(?![\\p{L}\\d])(?=.{1,120}(?<![\\p{L}\\d])(?:betrieben|unterhalten|verwaltet)(?![\\p{L}\\d]))',
		'(?<=^|[,;] |(?<![\\p{L}\\d])(?:wird|ist) )betrieben (?:von|vom|durch)(?![\\p{L}\\d])',
		'(?<![\\p{L}\\d])(?:ist|sind) (?:ein|eine) (?:Angebot|Projekt|Dienst|Service) (?:des|der|von|vom)(?![\\p{L}\\d])',
		'(?<![\\p{L}\\d])(?:wordt|worden) (?:beheerd|gerund|aangeboden|geëxploiteerd|onderhouden) door(?![\\p{L}\\d])',
		'(?<=^|[,;] )(?:beheerd|gerund) door(?![\\p{L}\\d])',
		'(?<![\\p{L}\\d])is een (?:initiatief|project|dienst) van(?![\\p{L}\\d])',
		'(?<![\\p{L}\\d])(?:est|sont) (?:gérée?s?|opérée?s?|administrée?s?|éditée?s?|exploitée?s?|proposée?s?)(?: et (?:maintenue?s?|hébergée?s?|administrée?s?|gérée?s?))? par(?![\\p{L}\\d])',
		'(?<=^|[,;] )(?:gérée?|opérée?|administrée?|éditée?) par(?![\\p{L}\\d])',
		'(?<![\\p{L}\\d])(?:está|es) (?:gestionad[oa]|operad[oa]|administrad[oa])(?: y (?:mantenid[oa]|financiad[oa]))? por(?![\\p{L}\\d])',
		'(?<=^|[,;] )(?:gestionad[oa]|operad[oa]|administrad[oa]) por(?![\\p{L}\\d])',
		'(?<![\\p{L}\\d])is a (?:project|service) (?:of|run by|operated by)(?![\\p{L}\\d])',
		'(?<![\\p{L}\\d])est un (?:projet|service) (?:de|proposé par)(?![\\p{L}\\d])',
		'(?<![\\p{L}\\d])es un (?:proyecto|servicio) de(?![\\p{L}\\d])',
	].join('|'),
	'giu',
);

/** "We are …" at the beginning of a sentence. */
export const WE_ARE =
	/^(?:We are|We’re|We're|Wir sind|Wij zijn|We zijn|Nous sommes|Somos)(?![\p{L}\d])/giu;

/** "Operator: …", "The operator of this server is …" */
export const BETWEEN = new RegExp(
	[
		'^(?:Operator|Operated by|Run by|Owner|Betreiber(?:in)?|Herausgeber(?:in)?|Beheerder|Éditeur|Editeur|Exploitant|Titular|Responsable de la publication)\\s?:',
		'^Betrieben wird (?:der|die|das|dies\\p{L}{1,2}|unser\\p{L}?) [\\p{L}-]{3,25} (?:von|vom)(?![\\p{L}\\d])',
		'(?<![\\p{L}\\d])operator of (?:this|the|our) (?:server|instance|site|service|website) is(?![\\p{L}\\d])',
		'(?<![\\p{L}\\d])Betreiber(?:in)? (?:dieses|des|dieser|der) (?:Mastodon-)?(?:Servers?|Instanz|Dienste?s|Angebots|Website|Seite) ist(?![\\p{L}\\d])',
		"(?<![\\p{L}\\d])(?:L['’])?éditeur (?:du|de ce|de cette) (?:site|service|serveur|instance) est(?![\\p{L}\\d])",
		'(?<![\\p{L}\\d])beheerder van (?:deze|dit|de) (?:server|instantie|dienst|website) is(?![\\p{L}\\d])',
		'(?<![\\p{L}\\d])titular (?:del|de este|de esta) (?:sitio|servicio|servidor|instancia) es(?![\\p{L}\\d])',
	].join('|'),
	'giu',
);

/** Who answers for the data: in privacy policies the surest word of all. */
export const CONTROLLER = new RegExp(
	[
		'^(?:The )?(?:data )?controller (?:is|within the meaning of [^:]{0,80} is)(?![\\p{L}\\d])',
		'^(?:Data )?controller\\s?:',
		'^(?:Verantwortlich(?:er|e Stelle)?(?: (?:für|im Sinne|nach|gemäß)[^:]{0,80})?)\\s?(?:ist|:)',
		'(?<![\\p{L}\\d])(?:De )?verwerkingsverantwoordelijke (?:is|:)',
		'(?<![\\p{L}\\d])responsable d[ue] traitement(?: des données)?\\s?(?:est|:)',
		'(?<![\\p{L}\\d])responsable del tratamiento(?: de (?:los|sus) datos)?\\s?(?:es|:)',
	].join('|'),
	'giu',
);

/** After a name: "… runs this server". */
export const RUNS =
	/^,? ?(?:(?:owns and )?(?:runs|operates|administers|manages)|betreibt|beheert|exploiteert|gère|opère|administre|édite|gestiona|opera|administra) (?=.{0,80})/iu;

const NOUNS = `(?:${[
	"(?:this|our|the)(?: (?!server|instance)[\\p{L}\\d.'’-]{2,25}){0,4} (?:server|instance|site|service|services|website|websites|community|space|platform|node|square|network)",
	'(?:dies\\p{L}{1,2}|unser\\p{L}{0,2}|der|die|das|den)(?: [\\p{L}\\d.-]{2,25}){0,2} (?:\\p{L}+-)?(?:Server|Instanz|Dienst|Seite|Website|Plattform|Community|Angebot)',
	'(?:deze|dit|onze|ons|de|het)(?: [\\p{L}\\d.-]{2,25}){0,2} (?:\\p{L}+-?)?(?:server|instantie|dienst|website|site|platform|gemeenschap|plein)',
	"(?:ce|cette|notre|le|la|l[’']|cet)\\s?(?:[\\p{L}\\d.-]{2,25} ){0,2}(?:serveur|instance|site|service|plateforme|communauté|place)(?: Mastodon)?",
	'(?:este|esta|nuestr[oa]|el|la)(?: [\\p{L}\\d.-]{2,25}){0,2} (?:servidor|instancia|sitio|servicio|plataforma|comunidad|plaza)(?: de Mastodon| Mastodon)?',
].join('|')})`;
/** Nouns for this server as the last words before the verb, and as the first after it. */
export const NOUN = new RegExp(`${NOUNS}$`, 'iu');
export const NOUN_FIRST = new RegExp(
	`^${NOUNS}(?=$|[.,;:)]|\\s(?:since|and|for|from|as|in|on|with|seit|und|als|sinds|en|voor|depuis|et|pour|desde|y|para) )`,
	'iu',
);
/** A sentence about this server: "it" in the next one means that. */
export const NOUN_WITHIN = new RegExp(
	`^(?:.{0,30} )?(?:${NOUNS}|(?:an?|ein|eine|een|une?|una) (?:[\\p{L}-]{2,25} ){0,3}(?:server|instance|Instanz|instantie|serveur|servidor|instancia|place|space|home))(?![\\p{L}\\d])`,
	'iu',
);

/** Subjects that only sound like this server. */
export const OTHERS =
	/(?<![\p{L}\d])(?:sister|partner|parent|other|another|second|former|test|hardware|relay|bot|software|moderation|backups?|andere[rnsm]?|Schwester\p{L}*|Partner\p{L}*|zuster\p{L}*|autres?|otr[oa]s?|upstream|data ?cent(?:er|re)|Rechenzentrum|if|wenn|falls|many|most|some|each|every|viele|manche)(?![\p{L}\d])|(?<![\p{L}\d])(?:of|on|for|behind) (?:this|the|our)(?![\p{L}\d])/iu;

/** Before the name: then the sentence says that it is not so, not yet, or no more. */
export const NEGATED =
	/(?<![\p{L}\d])(?:not|never|no longer|isn[’']t|aren[’']t|nicht|kein\p{L}*|nie|niemals|niet|geen|nooit|n[’']est|ne sont|pas|jamais|no (?:está|es|somos)|nunca|neither|nor|weder|formerly|previously|used to|until \d{4}|bis \d{4}|früher|ehemals|vroeger|voorheen|autrefois|anteriormente|antes|plan(?:s|ned|ning)?|will|would|soon|hope|want|bald|künftig|werden wir|geplant|gaat|wordt binnenkort|bientôt|pronto|imagine|as if|unlike|instead of)(?![\p{L}\d])/iu;

/** A private person: both the name and words that say that it is one. */
export const PERSON = {
	words:
		/(?<![\p{L}\d])(?:private (?:person|individual)|privately|as a hobby|hobby|spare time|free time|one[- ]person|single person|just me|Privatperson|privat|in (?:meiner|seiner|ihrer) Freizeit|particulier|in (?:mijn|zijn|haar) vrije tijd|à titre (?:privé|personnel)|sur mon temps libre|bénévolement|a título personal|persona física|en mi tiempo libre)(?![\p{L}\d])/iu,
	runBy:
		/(?:(?<![\p{L}\d])(?:is|are) (?:privately )?(?:run|operated|administered|maintained)(?: privately)? by(?: me,)?|(?<![\p{L}\d])wird (?:privat )?(?:von|durch)(?: mir,)?|(?:wird )?privat betrieben von|(?<![\p{L}\d])wordt (?:privé )?(?:beheerd|gerund) door(?: mij,)?|(?<![\p{L}\d])est (?:gérée?|administrée?)(?: à titre privé| bénévolement)? par(?: moi,)?|(?<![\p{L}\d])está (?:gestionad[oa]|administrad[oa])(?: a título personal)? por(?: mí,)?) (?<name>\p{Lu}[\p{L}’'-]{1,25}(?: (?:van|de|von|der|den) ?){0,2}(?: \p{Lu}[\p{L}’'-]{1,25}){1,2})(?![\p{L}])/gu,
};
