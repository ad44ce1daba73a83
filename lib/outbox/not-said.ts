import type { Answer, Correction, Delivery, Draft } from '../model';
import { changeSending, dropCorrection, readCorrections, readServer } from '../store';
import { targets } from './targets';

type Denied = Answer & { sentence: string };

function deniedIn(answers: readonly Answer[]): readonly Denied[] {
	return answers.filter(
		(one): one is Denied => one.how === 'notSaid' && one.sentence !== undefined,
	);
}

/**
 * What the person's reading of a sentence comes to where its rule "does not say that": the background takes it for one
 * that says nothing; what else it was read to say it goes on saying. To be found before it goes, and kept afterwards.
 */
export async function othersSaid({ answers }: Draft): Promise<readonly Correction[]> {
	const denied = deniedIn(answers);
	if (denied.length === 0) return [];
	const known = await targets();
	const found = await Promise.all(
		denied.map(({ target, sentence }) => {
			const host = known.find(({ key }) => key === target)?.host;
			const same = denied.filter((one) => one.target === target && one.sentence === sentence);
			return host === undefined ? [] : without(same, sentence, host);
		}),
	);
	return found.flat();
}

/** Norms that can be denied are called as the class of the rules that they speak for. */
async function without(
	denied: readonly Denied[],
	sentence: string,
	host: string,
): Promise<readonly Correction[]> {
	const [{ corrected }, row, before] = await Promise.all([
		import('../norms'),
		readServer(host),
		readCorrections(host),
	]);
	const norms: readonly string[] = denied.map(({ norm }) => norm);
	const left = corrected(row?.readings ?? [], before).filter(
		(one) => one.sentence === sentence && one.class !== 'conduct' && !norms.includes(one.class),
	);
	const [first] = left;
	if (!first) return [];
	const readings = left.map((one) => ({ ...one, by: 'person' as const }));
	const at = Math.max(...denied.map((one) => one.at));
	return [{ host, rule: first.rule, sentence, class: first.class, readings, at }];
}

/** With what is taken back its reading goes: the verdict is in sight again where it was denied. */
export async function dropReadings(
	rows: readonly Pick<Delivery, 'host' | 'answers'>[],
): Promise<void> {
	for (const { host, answers } of rows)
		for (const { sentence, at } of deniedIn(answers)) await dropCorrection(host, sentence, at);
}

type Said = { norm: string; sentence?: string };

/** The same of one verdict; whoever goes on with the draft is asked it again. */
export async function dropAnswer(
	{ host, target, draft, answers }: Delivery,
	{ norm, sentence }: Said,
): Promise<void> {
	await dropReadings([{ host, answers: answers.filter((one) => one.sentence === sentence) }]);
	if (draft === undefined) return;
	const isSaid = (one: Answer) =>
		one.norm === norm && one.target === target && one.sentence === sentence;
	await changeSending(draft, ({ draft: stored }) =>
		stored?.answers.some(isSaid)
			? {
					draft: { ...stored, answers: stored.answers.filter((one) => !isSaid(one)) },
					deliveries: [],
				}
			: undefined,
	);
}
