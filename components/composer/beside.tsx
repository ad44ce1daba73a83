import { useEffect, useState } from 'preact/hooks';
import { gravity } from '../../lib/norms';
import { useTexts } from '../shared/texts';
import { grouped, idAt } from './groups';
import type { Judged } from './use-venues';

type BesideProps = {
	all: readonly Judged[];
	about: NonNullable<Judged['verdict']['about']>;
	/** Of one file alone. */
	file?: string;
};

/** Beside a part of the draft: the gravest that is said of it; a press leads to all of it. */
export function Beside({ all, about, file }: BesideProps) {
	const { t, say } = useTexts();
	const here = all.filter(
		({ verdict }) =>
			verdict.about === about && verdict.file === file && verdict.answered === undefined,
	);
	const [first] = here;
	if (!first) return null;
	const place = all.indexOf(first);
	return (
		<button
			type="button"
			class={`beside ${gravity(first.verdict)}`}
			onClick={() => document.getElementById(idAt(place))?.focus()}
		>
			{say(first.verdict.reason)}
			{here.length > 1 && ` ${t('verdictsMore', { count: here.length - 1 })}`}
		</button>
	);
}

/** A pause in typing after which what changed is said aloud. */
const PAUSE_MS = 1200;

/** Says how many verdicts there are when that has changed, and not while somebody types. */
export function Spoken({ all }: { all: readonly Judged[] }) {
	const { t } = useTexts();
	const graves = grouped(all).map(([{ about }]) => gravity(about.verdict));
	const stops = graves.filter((one) => one === 'block').length;
	const asks = graves.filter((one) => one === 'ask').length;
	const said = [
		...(stops > 0 ? [t('verdictsStop', { count: stops })] : []),
		...(asks > 0 ? [t('verdictsAsk', { count: asks })] : []),
	].join(' ');
	const [spoken, speak] = useState('');
	// Each keystroke makes a new list, and with it a new pause.
	// biome-ignore lint/correctness/useExhaustiveDependencies: the list is the clock
	useEffect(() => {
		const pause = setTimeout(() => speak(said), PAUSE_MS);
		return () => clearTimeout(pause);
	}, [all, said]);
	return (
		<p role="status" class="unseen">
			{spoken}
		</p>
	);
}
