import { Crosshair, X } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { DraftMedium } from '../../lib/model';
import { useTexts } from '../shared/texts';
import { Beside } from './beside';
import { FocusPoint } from './focus-point';
import { Preview } from './media-preview';
import type { Judged } from './use-venues';

type MediumItemProps = {
	medium: DraftMedium;
	judged: readonly Judged[];
	/** From 1. */
	at: number;
	/** Characters of its description. */
	most: number | undefined;
	put(how: Partial<DraftMedium>): void;
	drop(): void;
};

/** One file of a draft: its picture, its words, what to keep in view. */
export function MediumItem({ medium, judged, at, most, put, drop }: MediumItemProps) {
	const { t, number } = useTexts();
	const [pointing, setPointing] = useState(false);
	const { length } = [...(medium.alt ?? '')];
	const label = t('altTextFor', { n: String(at) });
	return (
		<li>
			<Preview medium={medium} />
			<label class="text-box">
				<span class="unseen">{label}</span>
				<textarea
					data-alt={medium.file}
					dir="auto"
					rows={2}
					value={medium.alt ?? ''}
					placeholder={t('altTextPlaceholder')}
					onInput={(event) => put({ alt: event.currentTarget.value })}
				/>
				{most !== undefined && length > most / 2 && (
					<span class={`counter${length > most ? ' over' : ''}`} aria-hidden="true">
						{`${number(length)} / ${number(most)}`}
					</span>
				)}
			</label>
			<span class="medium-ways">
				<button
					type="button"
					class="icon-button"
					aria-label={t('removeFile', { name: medium.name })}
					title={t('removeFile', { name: medium.name })}
					onClick={drop}
				>
					<X size={18} aria-hidden="true" />
				</button>
				{medium.type.startsWith('image/') && (
					<button
						type="button"
						class="icon-button"
						aria-expanded={pointing}
						aria-label={t('focusFor', { n: String(at) })}
						title={t('focusFor', { n: String(at) })}
						onClick={() => setPointing(!pointing)}
					>
						<Crosshair size={18} aria-hidden="true" />
					</button>
				)}
			</span>
			<Beside all={judged} about="media" file={medium.file} />
			{pointing && <FocusPoint medium={medium} at={at} set={(focus) => put({ focus })} />}
		</li>
	);
}
