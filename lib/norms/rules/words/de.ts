import type { Words } from './words';

export const DE: Words = {
	not: 'weder|nicht|kein|keine|keinen|keiner|keinem|keines|niemals|nie|nichts|niemandem|niemanden',
	and: 'und|oder|sowie|noch',
	must: 'muss|müssen|musst|müsst|pflicht|verpflichtend|verpflichtet|verpflichtung|erforderlich|zwingend|notwendig|nötig|obligatorisch|immer|vorgeschrieben|unbedingt|grundsätzlich|sind zu|ist zu|anzugeben|zu nennen|zu kennzeichnen|zu versehen|zu beschreiben|zu verwenden|zu setzen|auszuweisen|zu markieren|zu verfassen|brauchen|braucht|benötigen|benötigt|ein muss|bestehen auf|nur nach absprache|nach genehmigung|genehmigt|ausnahmslos|verbindlich|gilt pflicht|unerlässlich',
	shall:
		'nur mit|gehört hinter|gehören hinter|sind mit|haben zu|nur hinter|nur unter|gehört|gehören|nur als',
	ask: 'bitte|bitten|soll|sollen|sollte|sollten|sollt|empfehlen|empfohlen|empfehlenswert|erwünscht|erbeten|gern|gerne|freuen|wünschen|achtet|versucht|denkt an|schön wäre|wäre schön|danke|möglichst|idealerweise|wir lieben|wir mögen|wäre nett|wäre toll|wäre super|nett wenn|seid so nett|sei so nett|seid so lieb|schön wenn|freuen sich|freut uns|freut sich|wir wollen|hilft|helfen|vergesst nicht|vergiss nicht|denkt daran|bemüht euch|gebeten|gewünscht|wünschenswert|gerne gesehen|gern gesehen|dankbar|wenn möglich|nach möglichkeit|sinnvoll|appell*|am besten|lieber|legen wert|legen wir wert|nehmt rücksicht',
	do: 'fügt|nutzt|nutze|verwendet|verwende|schreibt|schreibe|beschreibt|beschreibe|setzt|kennzeichnet|nennt|nenne|versteckt|gebt|markiert|stellt|macht|mach|wählt|wähle|sagt|kennzeichne|markiere|versieh|verseht|hinterlegt|ergänzt|ergänze|bringt|lasst|packt|gib|setze|verstecke|taggt|tagge|taggen',
	forbid:
		'verboten|verbot|untersagt|unzulässig|unerwünscht|gelöscht|entfernt|gesperrt|spam|vermeidet|vermeiden|unterlasst|verzichtet|ungern gesehen|tabu|unterbinden|verbieten|löschen|löschen wir|löscht|entfernen wir|entfernen|sperren wir|sperren|sperrt|schalten wir ab|abgeschaltet|schließen wir|geschlossen|eingeschränkt|stummgeschaltet|rausgeworfen|fliegt|fliegen raus|ausgeschlossen|wollen wir nicht|wollen wir hier nicht|möchten wir nicht|möchten wir hier nicht|nicht gewünscht|nicht gern gesehen|nicht gerne gesehen|kein platz|keinen platz|nichts zu suchen|nichts verloren|haben hier nichts|lasst das|unterlassen|zu unterlassen|zu vermeiden|lasst bleiben|bitte nicht|null toleranz|keine toleranz|verwarnt|sanktion*|blockiert|verpönt|unangebracht|abgelehnt|lehnen wir ab|nicht der ort',
	allow:
		'erlaubt|gestattet|zulässig|zugelassen|willkommen|okay|ok|in ordnung|dürfen|darf|dürft|kann|können|könnt|toleriert|geduldet|möglich|machbar|akzeptiert|akzeptieren',
	free: 'freiwillig|optional|keine pflicht|wenn ihr mögt|wer mag|nach belieben|euch überlassen|wenn ihr wollt|nichts dagegen|nichts einzuwenden|stört uns nicht|stören uns nicht|stört nicht|stören nicht|kein problem|keine probleme|gerne crossposten|macht was ihr wollt|wie ihr wollt|wie ihr mögt|welcher sprache ihr|was ihr wollt|so viel ihr wollt|so oft ihr wollt|niemand wird|niemand muss|keiner muss|niemand verlangt|wird nicht verlangt|verlangen wir nicht|verlangt niemand|braucht ihr nicht|müsst ihr nicht|nach herzenslust|keine einschränkung*|ohne einschränkung*|dürft ihr gerne|dürft gerne|gern gesehen sind bots|frei|steht euch frei|eure entscheidung|eure sache|wer möchte|wenn ihr möchtet|egal',
	exempt:
		'zählt nicht|zählen nicht|gilt nicht als|gelten nicht als|nicht gemeint|meinen wir nicht|ist nicht gemeint|sind nicht gemeint|fällt nicht|fallen nicht|ist etwas anderes|kein crossposting|nicht als crossposting|damit nicht',
	but: 'aber|jedoch|allerdings|sondern|außer',
	condition: 'wer|sofern|solange|wenn|falls|ohne|außer|es sei denn|nur wenn',
	without: 'ohne|fehlend*|fehlt|fehlen|unbeschrieben*|nicht beschrieben*',
	only: 'nur|ausschließlich|ausschliesslich|lediglich|bloß|allein|außer|aus nichts als|bloße|bloßen|nichts als|nichts anderes|allein aus|nur noch|',
	public: 'öffentlich*',
	alt: 'alternativtext*|alternativ text*|alt texte*|alttext*|bildbeschreibung*|medienbeschreibung*|videobeschreibung*|fotobeschreibung*|bild beschreibung*|bilderbeschreibung*|bildtext*|alternativbeschreibung*|alternativtext|alt beschreibung*|bild beschreibung|bildbeschreibung',
	media:
		'bild|bilder|bildern|bildes|foto|fotos|medien|mediendatei*|video|videos|grafik|grafiken|aufnahme|aufnahmen|clip|clips|audio|anhang|anhänge|uploads|kunst|tonaufnahme*|gifs|gif|screenshot*|illustration*|zeichnung*|memes|mediendateien|essensbilder*|fotografie*',
	describe: 'beschreib*|beschrieb*',
	cross:
		'crosspost*|cross post*|querpost*|gespiegelt*|spiegeln|spiegelt|spiegelung*|spiegelkonto*|spiegelkonten|crossgepostet*|crossposter*|crossposting*|crossposten|crosspostet|querposten|spiegelbot*|twitter spiegel',
	bot: 'bot|bots|botkonto|botkonten|botaccount*|feedposter*|rss|rssfeed*|automatisierung*|autoposter*|roboter|automatisierte konten|automatisierte accounts|automatische konten|automatische accounts|automatisierte beiträge',
	auto: 'automatis*|automatisch*|maschinell*|vollautomatisch*|selbsttätig*|von selbst|von allein|von alleine|skript|per skript|programmgesteuert|selbständig|ohne zutun|unbemannt*|automatisiert*',
	copy: 'kopier*|weiterleit*|übernehm*|übernommen*|importier*|durchreich*|weitergeleitet*|einspeis*|eingespeist*|synchronisier*|spiegeln|spiegelt|spiegel|weiterreich*|abkipp*|zweitverwert*|feed|feeds|weiterleitung*|überträgt|übertragen|herüber*|hierher|übernahme|gefüttert|einspiel*|kippen',
	post: 'beitrag|beiträge|beiträgen|post|posts|posten|postet|poste|gepostet*|tröt|tröts|toot|toots|nachricht|nachrichten|inhalt|inhalte|inhalten|meldung*|veröffentlich*|tweets|teilt|teilen|ankündigung*|mitteilung*|text|texte|artikel|veröffentlicht|publizier*|einstell*|threads',
	account: 'konto|konten|account|accounts|profil|profile|profilen',
	tool: 'werkzeug*|dienst|dienste|diensten|programm|programme|tool|tools|app|apps|software|skript*|brücke|brücken|plugin*|client|clients|werkzeuge',
	network:
		'netzwerk|netzwerke|netzwerken|netze|netzen|plattform|plattformen|anderswo|twitter|tweets|bluesky|facebook|instagram|andernorts|woanders|anderen netzwerken|anderem netzwerk|anderen plattformen|anderen diensten|x|threads|tiktok|außerhalb|extern*|fremden netzen|vogelnetzwerk*|anderen seiten',
	same: 'gleich|gleiche|gleichen|gleicher|gleichzeitig|dieselbe*|denselben|derselbe*|identisch*|zeitgleich|ein und derselbe*|ein und denselben|gleichlautend*|wortgleich*|dasselbe|desselben|derselben',
	unlisted:
		'nicht gelistet*|ungelistet*|unlisted|öffentlich still|nichtgelistet*|nicht aufgeführt|nicht öffentlich gelistet|nicht in der lokalen|nicht in der öffentlichen|nicht in die lokale|nicht in die öffentliche|außerhalb der lokalen|stumm öffentlich|still öffentlich|raus aus der lokalen',
	followers:
		'nur für follower*|nur an follower*|nur follower*|nur folgende*|follower only|nur für folgende*|nur für eure follower|nur für deine follower',
	mark: 'kennzeichn*|gekennzeichnet*|markier*|markiert*|ausweis*|ausgewiesen*|angeben|angegeben|erkennbar|deklarier*|kenntlich*|bot häkchen|häkchen|bot kennung|bot flag|bot kennzeichen|botkennzeichnung*|als bot|deutlich|klar|eindeutig|sichtbar|hinweis|gekennzeichnet|kennzeichnet|haken|als solche*|steht dabei|vermerk*|versehen|hashtag|taggt|tagge|taggen',
	participate:
		'beteilig*|teilnehm*|teilnimmt|teilhab*|antworte*|antwortet|interagier*|mitmach*|austausch*|reagier*|einbring*|bringt sich|aktiv|unbeaufsichtigt*|mitreden|gespräch*|antworten|gespräche|gesprächen|anwesend|dabei|da sein|mitmachen|unterhalt*|auf antworten|rückmeldung*|ansprechbar|kommuniziert|diskutier*|teil der gemeinschaft|zuhör*|lest|lesen',
	broadcast:
		'nur senden|reine sendekanäle|unbeaufsichtigt*|einbahnstraße*|nur sendet|niemand betreut|niemand liest|um die sich niemand|keiner kümmert|niemand kümmert|unbetreut*|nie antworten|nie antwortet|ohne je zu antworten|nie reagier*|reine verteiler|megafon',
	flood:
		'flute*|fluten|flutet|überflute*|zuspamm*|flooding|zumüll*|massenhaft|massenpost*|überschwemm*|flut|vollspamm*|überroll*|dominier*|verstopf*|vollschreib*|am stück|salve*|im sekundentakt|im minutentakt|dauerfeuer|nicht so schnell|zu viele beiträge|zu oft|vollpost*|belager*',
	most: 'höchstens|maximal|nicht mehr als|bis zu|mehr als|weniger als|begrenzt|beschränkt',
	repeat:
		'wiederhol*|mehrfach*|doppelpost*|doppelt*|duplikat*|immer wieder|mehreren konten|mehreren accounts|mehreren instanzen|dauernd|ständig|jeden tag|täglich|mehrmals|mehrere male|andauernd|wieder und wieder|zum wiederholten|laufend|copy and paste|dubletten|doppelt',
	several:
		'mehreren konten|mehreren accounts|mehrere konten|mehrere accounts|mehreren instanzen|mehrere instanzen|verschiedenen konten|verschiedene konten|mehr als einem konto|zweitkonto|zweitaccount*|verschiedenen accounts',
	lang: 'sprache|sprachen|sprachig',
	other:
		'andere sprachen|anderen sprachen|andere sprache|alles andere|alles übrige|sonstige sprachen|anderssprachig*|fremdsprachig*|weitere sprachen|anderen sprache|fremdsprachen',
	primary:
		'gesprochen|hauptsprache*|hauptsächlich|überwiegend|vorwiegend|primär|vorrangig|in erster linie|bevorzugt*|vor allem|meistens|meist|in der regel|normalerweise|üblicherweise|die meisten|umgangssprache|verkehrssprache|größtenteils|bevorzugen',
	write:
		'schreib*|schrieb*|verfasst*|verfass*|beitrag|beiträge|posten|postet|posts|veröffentlich*|gepostet|kommunizier*|verkehrssprache|umgangssprache|wird|sprechen|schreiben|reden|redet|spricht|unterhalt*|timeline|texte|texten|diskussion*|gespräch*|antworten|verständig*',
	every:
		'alle sprachen|jede sprache|jeder sprache|allen sprachen|mehrsprachig*|sprachen sind willkommen|welcher sprache ihr|welcher sprache auch|sprache eurer wahl|beliebige* sprache|beliebigen sprache|eurer eigenen sprache|muttersprache|jede andere sprache|alle anderen sprachen|sprache deiner wahl',
	own: 'sprache des beitrags|sprache eurer beiträge|sprache jedes beitrags|beitragssprache|spracheinstellung*|sprachauswahl|sprachkennzeichnung*|richtige sprache|korrekte sprache|sprache einstellen|sprache angeben|sprache des posts|sprache der beiträge|sprache jedes posts|sprache auswählen|sprache eures beitrags|sprache deines beitrags|sprache deiner beiträge|passende sprache|sprache korrekt|sprache richtig|sprachtag*|sprachangabe*|sprach tag',
	cw: 'inhaltswarnung*|content warning*|cw|cws|inhaltshinweis*|triggerwarnung*|spoilerwarnung*|warnhinweis*|sensibel|heikel|sensible*|contentwarnung*|hinter einer warnung|inhaltswarnung|cw s|contentwarning*|warnung davor|als sensibel|als heikel|mit warnung|spoiler warnung*',
	'topic:sex': 'sex|sexuell*|nacktheit|nackt*|porno*|erotik|erotisch*|nsfw|freizügig*|intim*',
	'topic:violence': 'gewalt*|blut|blutig*|missbrauch|krieg|grausam*',
	'topic:death': 'tod|todes*|sterben|suizid*|trauer|selbstverletz*',
	'topic:illness': 'krankheit*|krank|gesundheit*|psychisch*|corona|medizinisch*',
	'topic:politics': 'politik|politisch*|wahlen|wahlkampf',
	'topic:news': 'nachrichten|nachrichtenlage|weltgeschehen|tagesgeschehen',
	'topic:food': 'essen|lebensmittel|fleisch|mahlzeit*|speisen',
	'topic:alcohol': 'alkohol*|drogen*|rauchen|tabak|bier',
	'topic:spoilers': 'spoiler|spoilern|ende eines films|ende einer serie',
	'topic:strong-language': 'schimpfwört*|kraftausdrück*|fluchen|vulgär*',
	'topic:eye-contact': 'augenkontakt|blickkontakt',
	'topic:weapons': 'waffe|waffen',
	'topic:animals': 'tierquälerei|tierleid|spinnen|insekten',
	'topic:selfies': 'selfie|selfies|gesichter',
	'topic:religion': 'religion|religiös*|religionen',
	longer: 'länger als|mehr als|über|ab|länger|überschreiten',
	characters: 'zeichen|buchstaben',
	link: 'link|links|verlinkung*|verlinkt|verlinken|url|urls|verweis*|verweise|reine links',
	hashtag: 'hashtag*|schlagwort|schlagwörter*',
	many: 'zu viele|viele|übermäßig*|sparsam*|anzahl|flut|unmengen|überladen|überlade|exzessiv*|vollstopf*|begrenzt|wenige|wüste*|hashtagwüste*|hashtag wüste*|hashtagwolke*|wolke|wolken|reihen|mehr als|höchstens|maximal|spam|haufen|dutzend*|spart|nicht mehr als|mauer*|wand|wände|übermaß|hashtagspam|unzählig*',
	camel:
		'camelcase|camel case|pascalcase|binnenmajuskel*|großbuchstaben|groß schreib*|großschreib*|großgeschrieben*|anfangsbuchstaben|große anfangsbuchstaben|großen anfangsbuchstaben|groß geschrieben|jedes wort groß|großbuchstabe|groß anfangen|groß beginn*|großgeschrieben|binnengroß*',
	ai: 'ki|ki generiert*|künstlich* intelligenz|künstliche intelligenz|künstlicher intelligenz|ki bilder*|ki kunst|sprachmodell*|ai|maschinell erzeugt*|ki erzeugt*|mit ki|bildgenerator*|textgenerator*|generative*|ki inhalt*|ki generiert|ki erstellt*|ki werke|ki texte|generator',
	train: 'training|trainieren|maschinelles lernen|trainiert|trainingsdaten|ki training|ki modelle*',
	scrape:
		'scrap*|auslesen|ausgelesen*|abgreifen|abgegriffen|data mining|crawl*|datensammlung*|sammeln von daten|massenhaft* auslesen|auswertung*|daten sammeln|sammeln|abzugreifen|auszulesen|abernten|abfischen|einsammeln|auswerten|datenernte|massenhafte* auslesen|maschinell auslesen|absaugen',
	credit:
		'urheber|urheberin*|urheberinnen|künstler nennen|quelle|quellen|quellenangabe*|namensnennung|autor nennen|autorin*|bildquelle*|urhebern|urhebers|urhebende*|künstler|künstlerin*|fotograf*|urheberschaft|quellen angeben|wer es gemacht|schöpfer*|namen des|bildnachweis*|quellennachweis*|wessen werk',
	promo:
		'werbung|eigenwerbung|werbe*|werblich*|reklame|kommerziell*|selbstvermarkt*|anzeigen|gewerblich*|verkaufsangebot*|gewerbe|verkauf|verkaufen|gesponsert*|bezahlte*|sponsoring|rabattcode*|affiliate*|selbstdarstellung|firmenkonten|unternehmenskonten|produktwerbung|spendenaufruf*|marketing|krypto*|gewinnspiel*',
	dm: 'direktnachricht*|privatnachricht*|dm|dms|private nachricht*|direkte nachricht*|pn|pns|private nachrichten|privaten nachrichten|direkte nachrichten|persönliche nachricht*|private erwähnung*|privaten erwähnung*|direktnachrichten|privatnachrichten|posteingang|per dm',
	unsolicited:
		'unerwünscht*|unaufgefordert*|ungefragt*|fremde|unbekannt*|ungebeten*|nicht kennt|fremden|nicht möchte|nicht möchten|nicht will|nicht wollen|nicht kennen|nicht kennst|noch nie|nie gesprochen|nie zu tun|nie geschrieben|nicht folgen|nicht folgt|wildfremd*|ohne anlass|unangekündigt*|ohne aufforderung|ohne zu fragen|vorher fragen|ohne kontakt|massenhaft|niemandem|anzuschreiben|anwerb*',
	consent:
		'einwilligung|zustimmung|einverständnis|erlaubnis|genehmigung|absprache|einwilligen|ok der|gefragt',
	impersonat:
		'als jemand anderes aus|gebt euch nicht als|als jemand ander*|als andere personen|identitätsdiebstahl|identitätsmissbrauch|falsche identität*|fälscht|fake account*|fakeaccount*|fake konten|als andere ausgeben|andere auszugeben|andere ausgeben|vortäuschen|falschen namen|nachahmung|imitier*|imitation|unter fremdem namen|identitäten|fake profil*|fakeprofil*|falschen identität*|falscher identität*|fremde identität*|als wer anders|falschem namen|falsche namen|verstell*|identitätsbetrug|für jemand anderen aus|vorzugeben jemand|als andere person|fremdem namen',
	parody:
		'parodie*|satireaccount*|satire accounts|satirekonten|fan accounts|fanaccounts|satire|satirisch*|parodiert|parodie konten',
	none: 'nicht geboostet|nicht geteilt|nicht weiterverbreitet|achtet auf eure sprache|gehobene sprache|einfache sprache|leichte sprache|gewaltfreie sprache|inklusive sprache|einfacher sprache|gendergerechte sprache|ohne warnung|ohne vorwarnung|ohne weitere warnung|nicht sehen|nicht hören|ohne ausnahme|keine ausnahmen|sprache der gewalt|hasssprache|in klarer sprache|nicht nur|ohne weiteres|nachrichten an die moderation|zur sprache|wertschätzende* sprache|respektvolle* sprache',
	except:
		'ausgenommen|ausnahme|ausnahmen|außer|gilt nicht|gelten nicht|abgesehen von|mit ausnahme|nicht für|betrifft nicht|nicht betroffen',
	because: 'weil|denn|damit|um zu|da wir|da unser*',
	staff:
		'moderator|moderatoren|moderation|admins|admin|unser team|das team|wir|betreiber*|ehrenamtlich*|administrator*',
	report: 'eurer meldung|deiner meldung|melden|meldet|meldest|meldungen an|beschwerde*',
	hate: 'verfassungs*|beleidig*|hass|hetze|rassis*|sexis*|mobbing|drohung*|androht|beschimpf*|diskriminier*|belästig*|akzent*|ausgelacht|verspott*|lustig|diskriminierende sprache|beleidigende sprache|rassistische sprache|verletzende sprache|beleidigender sprache|anpöbel*|maßregel*|zurechtweis*|bloßstell*|drangsalier*',
	alone:
		'nackte|nackter|nackten|bloße|bloßer|bloßen|kommentarlos*|unkommentiert*|ohne kommentar|ohne ein wort|ohne erklär*|ohne einen erklär*|ohne kontext|ohne text|ohne einordnung|ohne eigene worte|alleinstehend*|reine linkbeiträge|reine links|linkschleuder*',
	description:
		'beschreibung|beschreibungen|beschrieben|bildunterschrift*|untertitel*|unbeschrieben*|nicht beschrieben*',
	follower: 'follower*|folgende|folgenden|follower innen|abonnent*',
	timeline:
		'timeline*|zeitleiste*|feed|feeds|lokal*|öffentlich*|beiträge|beiträgen|posten|postet|server|instanz|alle|posts|nachrichten|zu viele beiträge',
	between: 'zwischen|abstand|wartet|warte|dazwischen',
	least: 'mindestens|wenigstens|minimum',
	behind: 'hinter|unter|versteck*|verborgen|ausgeblendet|versehen',
	sensitive: 'sensibel|heikel|sensible*',
	send: 'schick*|schreib*|send*|verschick*|anschreib*|versend*|kontaktier*|belästig*',
	pose: 'ausgibt|ausgebt|ausgeben|auszugeben|ausgegeben',
	disclose: 'kenntlich|angeben|ausweisen|profil|erkennbar|gekennzeichnet|offenlegen|klar',
	direct:
		'direktnachricht*|privatnachricht*|private* nachricht*|private* erwähnung*|privaten erwähnungen|dms|dm|privat',
	'other-one':
		'andere|anderer|anderen|anderes|andern|jemand*|fremde|organisation|firma|behörde|person|personen',
	'by-hand': 'von hand|händisch|manuell|per hand|egal ob|ob von',
	member:
		'leute|leuten|mitglieder|mitgliedern|niemandem|personen|menschen|fremde|fremden|andere|anderen|nutzer*',
	leak: 'screenshot*|veröffentlich*|weitergeb*|zitier*|öffentlich*',
	team: 'moderator|moderatoren|moderation|moderationsteam|admin|admins|administrator*|unser team|das team|betreiber*|rückfragen|einspruch|einsprüche|support',
	profile: 'profil|profilbild*|avatar*|bio|profile|profilen',
	erase: 'lösch*|gelöscht|entfern*|gesperrt|sperren|löschen',
};
