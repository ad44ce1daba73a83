import type { Charter, Evidence, FoundationQuestion, FoundationTest, OperatorKind } from '../model';
import { siteOf } from './site';

type Answer = FoundationTest['answers'][number];

/** Bodies that exist for a purpose and may keep no profit. */
const FOR_A_PURPOSE: readonly OperatorKind[] = ['foundation', 'association', 'nonProfitCompany'];
/** Whether a co-operative works for a purpose or for its members' gain stands in its statutes, not in its form. */
const UNDECIDED: readonly OperatorKind[] = ['cooperative', 'unknown'];

/**
 * Asks the five questions of a charter. The label needs the first from somebody else than whoever runs the place;
 * their own word makes it a claim. A public body is none: it answers to a government, not to a purpose of its own.
 */
export function foundationTest(charter: Charter): FoundationTest {
	const { operator, software, accounts, wayOut } = charter;
	const open = software?.value.open ? 'met' : 'notMet';
	const answers = [
		answer('body', operator && bodyOf(operator.value.kind), operator?.evidence),
		answer('openSource', software && open, software?.evidence),
		answer('accounts', accounts && 'met', accounts?.evidence),
		rulesAndLaw(charter),
		answer('wayOut', wayOut && 'met', wayOut?.evidence),
	];
	if (!operator || bodyOf(operator.value.kind) !== 'met') return { answers };
	const byOthers = operator.evidence.some((one) => !isOwn(one, charter));
	return { label: byOthers ? 'foundation' : 'claims', answers };
}

function bodyOf(kind: OperatorKind): Answer['answer'] {
	if (FOR_A_PURPOSE.includes(kind)) return 'met';
	return UNDECIDED.includes(kind) ? 'unknown' : 'notMet';
}

function rulesAndLaw({ rules, terms, country }: Charter): Answer {
	// A link says that there are terms, and nothing of what they state.
	const stated = rules ?? (terms?.unread ? undefined : terms);
	// Where a body is registered is not yet whose law holds here.
	const both = stated && country && !country.seat && [...stated.evidence, ...country.evidence];
	return answer('rulesAndLaw', both ? 'met' : 'unknown', both || []);
}

function answer(
	question: FoundationQuestion,
	said: Answer['answer'] = 'unknown',
	evidence: readonly Evidence[] = [],
): Answer {
	return { question, answer: said, evidence: said === 'unknown' ? [] : evidence };
}

/** Words of the place itself, or on a page of whoever runs it: where it is, writes its terms, or gets its mail. */
function isOwn({ self, url }: Evidence, { host, terms, privacy, contact }: Charter): boolean {
	if (self || !URL.canParse(url)) return true;
	const page = siteOf(new URL(url).host);
	const pages = [terms, privacy, contact].flatMap((found) => hostOf(found?.value) ?? []);
	return [host, ...pages].some((own) => siteOf(own) === page);
}

function hostOf(address: string | undefined): string | undefined {
	if (address === undefined) return undefined;
	if (URL.canParse(address)) return new URL(address).host || undefined;
	return /@([^@\s]+)$/.exec(address)?.[1];
}
