import type { Said } from '../said';
import type { Hit } from '../scan';
import type { Meaning } from './meaning';

type Attribution = Meaning<'attribution'>;

/** Words between "promotion" and what is promoted. */
const OBJECT = 4;

export function readAttribution(said: Said, sentence: string): Attribution[] {
	if (!said.has('ai', 'credit', 'promo')) return [];
	const wants = said.wants();
	// "AI art is fine if it is labelled."
	const isConditional =
		wants.allowed && said.has('ai') && said.has('mark') && said.has('condition');
	const isLet = wants.allowed && !wants.forbidden && !wants.required && !isConditional;
	if (wants.free || isLet) return [];
	const isWanted = wants.required || wants.asked || wants.told || isConditional;
	const isUnwanted = wants.forbidden;
	return [
		...(isAi(said) && (isWanted || isUnwanted || said.has('mark')) ? [ai(sentence)] : []),
		...(isCredit(said) && isWanted ? [{ class: 'attribution', says: 'credit' } as const] : []),
		...(isPromotion(said) && (isUnwanted || said.has('most') || isWanted)
			? [{ class: 'attribution', says: 'promotion' } as const]
			: []),
	];
}

function isAi(said: Said): boolean {
	return said.has('ai') && !said.has('train', 'scrape');
}

function isCredit(said: Said): boolean {
	const others = ['cross', 'bot', 'promo', 'ai'].flatMap((one) => said.all(one));
	return said.all('credit').some((one) => others.every(({ clause }) => clause !== one.clause));
}

/** "No messages to strangers to sell them something" is about messages. */
function isPromotion(said: Said): boolean {
	return said.all('promo').some((one) => !isOfHarm(one, said)) && !isToStrangers(said);
}

function isToStrangers(said: Said): boolean {
	return said.has('dm') && said.has('unsolicited');
}

/** "Promotion of violent ideologies"; not "no advertising or hatred". */
function isOfHarm({ to, clause }: Hit, said: Said): boolean {
	const harms = [
		...said.all('hate'),
		...said.all('topic').filter(({ value }) => value === 'violence'),
	];
	return harms.some(
		(harm) =>
			harm.clause === clause &&
			harm.from > to &&
			harm.from - to <= OBJECT &&
			!said.all('and').some(({ from }) => from > to && from < harm.from),
	);
}

export function attributionMeaning(said: Said, sentence: string): Attribution {
	if (said.has('ai')) return ai(sentence);
	return { class: 'attribution', says: said.has('promo') ? 'promotion' : 'credit' };
}

function ai(sentence: string): Attribution {
	const tag = tagIn(sentence);
	return { class: 'attribution', says: 'ai', ...(tag ? { tag } : {}) };
}

const LONGEST_TAG = 60;

/** The first tag that it names, without #. */
function tagIn(sentence: string): string | undefined {
	const at = sentence.search(/[#＃]/);
	if (at < 0) return undefined;
	return /^[\p{L}\p{N}_]+/u.exec(sentence.slice(at + 1, at + 1 + LONGEST_TAG))?.[0];
}
