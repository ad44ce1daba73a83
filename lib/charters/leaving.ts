import type { Said } from './said';
import type { Sentence } from './sentences';

const WAYS =
	/(?<![\p{L}\d])(?:(?:export|download)(?:ing)? (?:and download )?(?:all |an? |any of )?(?:of )?(?:your|their|the)? ?(?:archive|data|posts?|content|account|follow\p{L}*|lists?)|download an archive|take (?:all |your |their |everything )[^.]{0,40}(?:with|posts?|archive|wrote|written|data|and go)|(?:move|migrate|transfer) (?:your|their|an?) (?:account|profile|data|posts?)|(?:dein\p{L}*|ihre?|alle|eure?) (?:Daten|Beiträge|Konto|Archiv)[^.]{0,40}(?:exportier\p{L}+|herunterlad\p{L}+|mitnehm\p{L}+|umzieh\p{L}+)|(?:mit (?:deinem|Ihrem|eurem) Konto|Konto)[^.]{0,30}umzieh\p{L}+|(?:je|uw|jouw) (?:gegevens|account|berichten|archief)[^.]{0,30}(?:exporteren|downloaden|meenemen|verhuizen)|(?:exporter|télécharger|emporter|récupérer) (?:toutes? )?(?:vos|ses|tes|leurs) (?:données|messages|publications|archives?)|(?:déménager|migrer|transférer) (?:votre|son|ton) compte|(?:exportar|descargar|llevarte|llevarse) (?:todos? )?(?:tus|sus|los) (?:datos|mensajes|publicaciones)|(?:mudar|migrar|trasladar) (?:tu|su) cuenta)/iu;
const MAY =
	/(?<![\p{L}\d])(?:can|may|at any time|any time|whenever|free to|everybody|everyone|always|kann\p{L}*|könn\p{L}+|jederzeit|darf\p{L}*|kun(?:t|nen)?|altijd|pouvez|peut|peuvent|peux|à tout moment|puedes|puede|pueden|en cualquier momento|allows? you|take your)(?![\p{L}\d])/iu;
const NEGATED =
	/(?<![\p{L}\d])(?:cannot|can[’']t|can not|not|no way|unable|never|nicht|kein\p{L}*|niet|geen|pas|aucun\p{L}*|no (?:puedes?|pueden|es posible)|impossible)(?![\p{L}\d])/iu;
/** Somebody else moves, or something else is downloaded. */
const ELSEWHERE =
	/(?<![\p{L}\d])(?:import\p{L}*|into this|to this server|to our|hierher|app store|public (?:posts?|data) of|others[’']? |research\p{L}*|scrap\p{L}+|third part\p{L}+)(?![\p{L}\d])/iu;

/** How people leave with what is theirs, where a sentence says so. */
export function wayOutOf(sentences: readonly Sentence[]): Said<true> | undefined {
	return firstOf(sentences, (text) => {
		const at = WAYS.exec(text)?.index;
		return MAY.test(text) && !NEGATED.test(text) && !ELSEWHERE.test(text) ? at : undefined;
	});
}

const ENDS =
	/(?<![\p{L}\d])(?:(?:server|service|instance|site|community|we|it|should we)(?: (?:ever|have|has|had|decide|is|are|be|to|must|needs?|should|were|shuts?|would)){0,5} (?:clos(?:e|es|ed|ing)|shut(?:s|ting)?(?: (?:it|this))? down|shut down|wind(?:s|ing)? down|discontinued?|cease[sd]?)|(?:clos(?:e|ing)|shut(?:ting)? down|discontinu\p{L}+) (?:of )?(?:this|the|our) (?:server|service|instance|site)|(?:Server|Dienst|Instanz|wir|Angebot)[^.]{0,60}(?:schließ\p{L}+|einstell\p{L}+|eingestellt|abschalt\p{L}+|abgeschaltet)|(?:server|dienst|instantie|we|wij)[^.]{0,50}(?:stopt|stoppen|opheffen|sluit\p{L}*)|(?:serveur|service|instance|nous)[^.]{0,50}(?:ferm\p{L}+|arrêt\p{L}*|cess\p{L}+)|(?:servidor|servicio|instancia|cerramos)[^.]{0,50}(?:cierr\p{L}+|cerr\p{L}+|ces\p{L}+))/iu;
const NOTICE =
	/(?<![\p{L}\d])(?:months?|weeks?|days?|notice|advance|beforehand|Monat\p{L}*|Wochen?|Tage?|vorher|Vorlauf|maand\p{L}*|weken|dagen|vooraf|mois|semaines?|jours|préavis|mes(?:es)?|semanas?|días|antelación)(?![\p{L}\d])/iu;
const OF_ACCOUNTS =
	/(?<![\p{L}\d])(?:your account|accounts? (?:will|may|are|is)|registrations?|sign-?ups?|Konto|Registrierung\p{L}*|je account|votre compte|tu cuenta|tickets?|reports?|polls?)(?![\p{L}\d])/iu;

/** What is promised for the day on which it is given up. */
export function ifItFailsOf(sentences: readonly Sentence[]): Said<true> | undefined {
	return firstOf(sentences, (text) => {
		const at = ENDS.exec(text)?.index;
		return NOTICE.test(text) && !OF_ACCOUNTS.test(text) ? at : undefined;
	});
}

function firstOf(
	sentences: readonly Sentence[],
	where: (text: string) => number | undefined,
): Said<true> | undefined {
	for (const { text } of sentences) {
		const at = where(text);
		if (at !== undefined) return { value: true, sentence: text, at };
	}
	return undefined;
}
