import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { directory } from '../../lib/charters';
import type { Square } from '../../lib/model';
import { Empty } from '../shared/empty';
import { useTexts } from '../shared/texts';
import { Compare } from './compare';
import { ago, dayOf } from './names';
import { SquareItem } from './square-item';

/** As many as fit side by side. */
const COMPARED = 2;

type JoinProps = {
	/** Fills the sign-in form. */
	signInAt(host: string): void;
	/** Somebody came for this part of the page. */
	wanted?: boolean | undefined;
};

/** The places that people looked over by hand: who runs each, and the way to its own sign-up. */
export function Join({ signInAt, wanted }: JoinProps) {
	const { t, date, language } = useTexts();
	const { asOf, squares } = directory();
	const [chosen, setChosen] = useState<readonly string[]>([]);
	const heading = useRef<HTMLHeadingElement>(null);
	const title = useRef<HTMLHeadingElement>(null);
	useEffect(() => {
		if (!wanted) return;
		// After the page, which begins at its top.
		const frame = requestAnimationFrame(() => {
			title.current?.focus({ preventScroll: true });
			title.current?.scrollIntoView({ block: 'start' });
		});
		return () => cancelAnimationFrame(frame);
	}, [wanted]);
	const two = chosen
		.map((host) => squares.find((square) => square.host === host))
		.filter((square): square is Square => square !== undefined);
	const full = two.length === COMPARED;
	const see = useCallback(() => {
		heading.current?.focus({ preventScroll: true });
		heading.current?.scrollIntoView({ block: 'start' });
	}, []);
	// It opens below all places: whoever chose the second one is taken there.
	useEffect(() => {
		if (full) see();
	}, [full, see]);
	const choose = (host: string, on: boolean) =>
		setChosen(on ? [...chosen, host] : chosen.filter((one) => one !== host));
	return (
		<section class="join" aria-labelledby="join">
			<h2 id="join" ref={title} tabIndex={-1}>
				{t('joinTitle')}
			</h2>
			<p>{t('joinLead')}</p>
			<p class="quiet">
				{t('joinAsOf', { date: date(dayOf(asOf), 'day'), ago: ago(asOf, Date.now(), language) })}
			</p>
			{squares.length === 0 && <Empty>{t('joinEmpty')}</Empty>}
			<ul class="squares" aria-labelledby="join">
				{squares.map((square) => (
					<SquareItem
						key={square.host}
						square={square}
						signInAt={signInAt}
						compared={chosen.includes(square.host)}
						full={full}
						compare={(on) => choose(square.host, on)}
						see={see}
					/>
				))}
			</ul>
			<p class="unseen" role="status">
				{chosen.length === 1 && t('compareOneMore')}
				{full && t('compareReady')}
			</p>
			{full && <Compare squares={two} heading={heading} end={() => setChosen([])} />}
		</section>
	);
}
