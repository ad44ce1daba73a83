import { bodyAt } from './legal-forms';
import type { Operator, Said } from './said';
import type { Sentence } from './sentences';

const HEADING =
	/^(?:Impressum|Imprint|Legal notice|Mentions légales|Colofon|Aviso legal|Angaben gemäß|Anbieter(?:kennzeichnung)?|Diensteanbieter|Éditeur|Responsable)(?![\p{L}\d])/iu;
/** Only the body itself is registered; who rents out machines is listed without. */
const REGISTERED =
	/(?<![\p{L}\d])(?:Vertretungsberechtigt|Vertreten durch|Amtsgericht|Registergericht|Vereinsregister|Handelsregister|Geschäftsführer|Vorstand|KvK|Kamer van Koophandel|SIRET|RNA|Company (?:No|number)|Charity number|NIF|ZVR)/iu;
const HOSTING =
	/(?<![\p{L}\d])(?:host(?:ing|er|ed|provider)?|hébergeu?r?|hébergement|Rechenzentrum|provider|alojamiento|CDN|e-?mail)(?![\p{L}\d])/iu;
const WITHIN = 4;

/** The body of an imprint: a line of its own under a heading, or above what only the body itself has. */
export function imprintIn(sentences: readonly Sentence[]): Said<Operator>[] {
	return sentences.flatMap(({ text }, n) => {
		const body = bodyAt(text, 0);
		if (!body || body.end < text.length - 2) return [];
		const above = sentences.slice(Math.max(0, n - WITHIN), n).map((one) => one.text);
		const below = sentences.slice(n + 1, n + 1 + WITHIN * 2).map((one) => one.text);
		// The nearest line that names a role says whose address this is.
		const role = above.findLast((line) => HEADING.test(line) || HOSTING.test(line));
		if (role !== undefined && !HEADING.test(role)) return [];
		if (role === undefined && !below.some((line) => REGISTERED.test(line))) return [];
		const { name, kind } = body;
		return [{ value: { name, kind }, sentence: text, at: 0 }];
	});
}
