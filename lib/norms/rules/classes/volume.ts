import type { Said } from '../said';
import type { Hit } from '../scan';
import type { Meaning } from './meaning';

type Volume = Meaning<'volume'>;

/** Words between "posts" and "per hour". */
const NEAR = 8;

export function readVolume(said: Said): Volume[] {
	if (!said.has('unit', 'flood', 'repeat', 'several', 'between') || said.has('promo', 'exempt'))
		return [];
	const { allowed, free, forbidden, asked, required } = said.wants();
	if (isRepeating(said)) return forbidden ? [{ class: 'volume', says: 'repeats' }] : [];
	const isNumbered = said.has('number') && said.has('unit') && said.near('post', 'unit', NEAR);
	const isRate = isNumbered && said.has('most', 'not', 'between');
	// "Do not flood people with insults" is about the insults.
	const isFlood =
		said.has('flood') &&
		said.has('timeline') &&
		!said.has('hate') &&
		(forbidden || asked || required);
	if (free || !(isRate || isFlood)) return [];
	if (isFlood && allowed && !forbidden) return [];
	return [volumeMeaning(said)];
}

export function volumeMeaning(said: Said): Volume {
	if (isRepeating(said)) return { class: 'volume', says: 'repeats' };
	return { class: 'volume', says: 'pace', publicOnly: said.has('public'), ...rateOf(said) };
}

function isRepeating(said: Said): boolean {
	const isSame = said.has('same') && said.has('several');
	return (isSame || said.has('repeat')) && said.has('post') && !said.has('bot', 'cross');
}

/** "Two posts in five minutes": the number before the span belongs to it, the one before that to the posts. */
function rateOf(said: Said): { posts: number; inMs: number } | undefined {
	const [unit] = said.all('unit');
	if (!unit) return undefined;
	const numbers = said.all('number').filter(({ from }) => from < unit.from);
	const last = numbers.at(-1);
	if (said.has('between') && last)
		return { posts: 1, inMs: numberOf(last) * Number(unit.value) * 1000 };
	const isOfUnit = last !== undefined && unit.from - last.to === 1;
	const of = isOfUnit ? numberOf(last) : 1;
	const first = isOfUnit ? numbers.at(-2) : last;
	const posts = first ? numberOf(first) : 1;
	if (posts < 1 || of < 1) return undefined;
	return { posts, inMs: of * Number(unit.value) * 1000 };
}

function numberOf({ value }: Hit): number {
	return Number(value);
}
