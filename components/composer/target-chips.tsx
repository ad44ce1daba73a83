import type { Draft, TargetKey } from '../../lib/model';
import { partsOf, type Target } from '../../lib/outbox';
import { countOf } from '../../lib/text';
import { hueOfAccount, hueOfArchive } from '../shared/hue';
import { useTexts } from '../shared/texts';
import { shortName } from './short-name';
import type { Venues } from './use-venues';

type TargetChipsProps = {
	draft: Draft;
	targets: readonly Target[];
	venues: Venues;
	blocked: ReadonlySet<TargetKey>;
	choose(target: TargetKey, on: boolean): void;
	/** An answer goes where the post is: the other places are not offered. */
	fixed: boolean;
};

/** Where the draft goes: one checkbox per account, each with its own count in its server's own way of counting. */
export function TargetChips({ draft, targets, venues, blocked, choose, fixed }: TargetChipsProps) {
	const { t } = useTexts();
	const shown = fixed ? targets.filter(({ key }) => draft.targets.includes(key)) : targets;
	return (
		<fieldset class="targets">
			<legend class="unseen">{t('composeTargets')}</legend>
			{shown.map((target) => {
				const { place } = target;
				// A window leads to where the archive came from.
				const hue = place === undefined ? hueOfArchive(0) : hueOfAccount(place);
				const on = draft.targets.includes(target.key);
				return (
					<label
						key={target.key}
						class={`target hue-${hue}${blocked.has(target.key) ? ' blocked' : ''}`}
						title={labelOf(target)}
					>
						<input
							type="checkbox"
							checked={on}
							disabled={fixed}
							aria-label={labelOf(target)}
							onChange={(event) => choose(target.key, event.currentTarget.checked)}
						/>
						<span class="target-name">
							<bdi>{shortName(target, targets)}</bdi>
						</span>
						{on && <Counter draft={draft} target={target} venues={venues} />}
					</label>
				);
			})}
		</fieldset>
	);
}

/** The full handle of an account, the name of a window. */
export function labelOf({ name, window }: Target): string {
	return window ? name : `@${name}`;
}

/** Of a thread the fullest post; the others fit when it does. */
function Counter({ draft, target, venues }: { draft: Draft; target: Target; venues: Venues }) {
	const { t, number } = useTexts();
	const venue = venues.get(target.key);
	if (!venue) return null;
	const counts = partsOf(draft, venue).map(({ text, warning }) => countOf(venue, text, warning));
	const { used, limit } = counts.reduce((most, one) => (one.used > most.used ? one : most));
	const over = used > limit;
	return (
		<span class={`counter${over ? ' over' : ''}`}>
			<Ring share={used / limit} />
			<output
				data-counter={labelOf(target)}
				aria-label={t('composeCounter', { length: used, limit })}
			>
				{counts.length > 1 && `${number(counts.length)} × `}
				{`${number(used)} / ${number(limit)}`}
			</output>
		</span>
	);
}

const AROUND = 2 * Math.PI * 6;

function Ring({ share }: { share: number }) {
	return (
		<svg class="ring" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
			<circle cx="8" cy="8" r="6" />
			<circle
				class="ring-full"
				cx="8"
				cy="8"
				r="6"
				stroke-dasharray={`${Math.min(1, share) * AROUND} ${AROUND}`}
			/>
		</svg>
	);
}
