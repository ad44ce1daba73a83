import type { Said } from '../said';
import type { Hit } from '../scan';
import type { Meaning } from './meaning';

type Cross = Meaning<'cross-posting'>;

const NEAR = 4;
/** "Nor the cross-posts". */
const BESIDE = 2;
/** "Copies everything that you write over from another network." */
const FAR = 8;

export function readCrossPosting(said: Said): Cross[] {
	const means = meansOf(said);
	if (!means || said.has('exempt')) return [];
	const says = saysOf(said);
	return says ? [{ class: 'cross-posting', says, means }] : [];
}

export function crossPostingMeaning(said: Said): Cross {
	return {
		class: 'cross-posting',
		says: saysOf(said) ?? 'forbidden',
		means: meansOf(said) ?? 'unsaid',
	};
}

function meansOf(said: Said): Cross['means'] | undefined {
	const isAutomatic = said.has('bot') || isByProgram(said);
	const isSame = said.has('same') && said.has('network') && !said.has('several');
	// One text for several networks is meant where it says so, or where it names no program.
	const isAny = isSame && (!isAutomatic || said.has('by-hand'));
	if (isAny && said.has('post', 'cross')) return 'any';
	if (isAutomatic) return isBesides(said) ? 'unsaid' : 'automatic';
	const isSpread = said.has('broadcast') || said.near('copy', 'network', FAR);
	return said.has('cross') || (isSpread && !said.has('link')) ? 'unsaid' : undefined;
}

/** "Automated posts and cross-posts": what is copied by hand is meant too. "Mirrors and cross-posting bots" are programs. */
function isBesides(said: Said): boolean {
	const copies = said.all('cross');
	const programs = [...said.all('auto'), ...said.all('bot')];
	if (copies.some((one) => programs.some(({ from }) => from - one.to === 1))) return false;
	return copies.some((one) =>
		programs.some((other) => {
			const [a, b] = one.from < other.from ? [one, other] : [other, one];
			// "Automated accounts such as bots or cross-posters": all of them are.
			const isListed = said.all('auto').some(({ to }) => to < a.from);
			return !isListed && said.all('and').some((and) => isJoining(and, a, b, one));
		}),
	);
}

/** It stands between the two, and beside this one of them. */
function isJoining(and: Hit, a: Hit, b: Hit, one: Hit): boolean {
	const isBetween = a.to < and.from && and.to < b.from;
	const isOnePart = a.clause === b.clause && a.clause === and.clause;
	return isBetween && isOnePart && Math.max(one.from - and.to, and.from - one.to) <= BESIDE;
}

/** "Automated posts", "tools that post"; not "automatic bans". */
function isByProgram(said: Said): boolean {
	// "A link all by itself".
	if (said.has('alone') && said.has('link')) return false;
	// "We automatically delete accounts that nobody uses".
	if (said.near('auto', 'erase', 1)) return false;
	const isAuto = ['post', 'account', 'copy', 'cross'].some((one) => said.near('auto', one, NEAR));
	if (isAuto) return true;
	if (said.near('tool', 'copy', NEAR) && said.has('network')) return true;
	const isFor = said.has('participate', 'copy', 'auto', 'unlisted', 'broadcast');
	return said.near('tool', 'post', NEAR) && isFor;
}

function saysOf(said: Said): Cross['says'] | undefined {
	const all = said.wants();
	const isLet = all.free && !all.required && !all.forbidden && !all.asked;
	if (!isLet && isForFollowers(said)) return 'followers';
	if (!isLet && said.has('unlisted')) return 'unlisted';
	if (isTakingPart(said)) return 'participate';
	return isLet ? undefined : ofPrograms(said);
}

function ofPrograms(said: Said): 'marked' | 'forbidden' | undefined {
	const all = said.wants();
	const here = said.wantsOf('cross', 'bot', 'auto');
	const isMarked = said.has('mark') && said.has('bot', 'auto');
	// "Bots are fine as long as they are labelled."
	if (isMarked && all.allowed && !all.forbidden && said.has('condition')) return 'marked';
	if ((here.allowed || here.free) && !here.forbidden) return undefined;
	const isWanted = here.required || here.asked || here.told || all.required;
	if (isMarked && isWanted && !isRefused(said)) return 'marked';
	return here.forbidden || all.forbidden ? 'forbidden' : undefined;
}

/** "May only be visible to your followers". */
export function isForFollowers(said: Said): boolean {
	return said.has('followers') || said.near('only', 'follower', FAR);
}

/** "Bots clearly have no place here". */
function isRefused(said: Said): boolean {
	const { forbidden, required } = said.wantsOf('bot', 'auto');
	return forbidden && !required && !said.has('without', 'condition');
}

function isTakingPart(said: Said): boolean {
	const { forbidden, required, asked, told } = said.wants();
	if (said.has('broadcast')) return forbidden;
	const isWanted = said.has('condition', 'but') || forbidden || required || asked || told;
	return said.has('participate') && isWanted;
}
