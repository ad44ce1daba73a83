import type { Hit } from './scan';

/** Words that want something of whoever reads them. */
const DEMANDS: ReadonlySet<string> = new Set(
	'not must shall ask do forbid allow free exempt only without team'.split(' '),
);

/** How far "ne" stands before the "que" that makes it "only". */
const NE_QUE = 8;
/** Somebody else than the reader acts where the sentence begins with them. */
const FIRST_WORDS = 2;

/**
 * What words mean here. What is quoted, or a reason ("because nobody can read it"), wants nothing; what the staff do not
 * do ("we do not sell your data") is nothing that they forbid; and of "que" only "ne … que" is "only".
 */
export function meantOf(hits: readonly Hit[]): readonly Hit[] {
	const has = (concept: string) => hits.some((hit) => hit.concept === concept);
	const tests = [
		...(hits.some(({ quoted }) => quoted) ? [isQuoted] : []),
		...(has('because') ? [reasonIn(hits)] : []),
		...(has('que') ? [queIn(hits)] : []),
		...(has('staff') ? [staffIn(hits)] : []),
	];
	if (tests.length === 0) return hits;
	return hits.flatMap((hit) => {
		if (tests.some((isNothing) => isNothing(hit))) return [];
		return [hit.concept === 'que' ? { ...hit, concept: 'only' } : hit];
	});
}

type Test = (hit: Hit) => boolean;

const isQuoted: Test = ({ quoted, concept }) => quoted && DEMANDS.has(concept);

/** From "because" to the end of that part; Japanese says the reason first. */
function reasonIn(hits: readonly Hit[]): Test {
	const reasons = hits.filter(({ concept }) => concept === 'because');
	return ({ concept, clause, from }) =>
		DEMANDS.has(concept) &&
		reasons.some(
			(one) =>
				one.clause === clause && (one.value === 'before' ? one.from > from : one.from < from),
		);
}

function queIn(hits: readonly Hit[]): Test {
	const before = hits.filter(({ concept }) => concept === 'ne');
	return ({ concept, from }) =>
		concept === 'que' && !before.some((ne) => ne.to < from && from - ne.to <= NE_QUE);
}

function staffIn(hits: readonly Hit[]): Test {
	const first = hits.find(({ concept, from }) => concept === 'staff' && from <= FIRST_WORDS);
	if (!first) return () => false;
	// "We do not allow", "we don't want": the staff speak of what others do.
	const isOfOthers = hits.some(
		({ concept, clause }) =>
			clause === first.clause && (concept === 'allow' || concept === 'forbid' || concept === 'ask'),
	);
	return ({ concept, clause }) =>
		!isOfOthers && clause === first.clause && (concept === 'not' || concept === 'do');
}
