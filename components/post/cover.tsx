import { EyeOff, Filter, ShieldAlert } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Label, StoredPost } from '../../lib/model';
import { useTexts } from '../shared/texts';
import { Emojified } from './emojified';
import { useLabelers } from './labelers';
import { effectsOf, labelsOf } from './labels';

type CoverProps = {
	stored: StoredPost;
	/** The page is about this post: what hides does not hide what was asked for, but for a press. */
	wanted: boolean | undefined;
	children: ComponentChildren;
};

/**
 * Keeps a post behind the filters and labels that match it, and behind its content warning, until it is opened.
 */
export function Cover({ stored, wanted, children }: CoverProps) {
	const { t } = useTexts();
	const { views = [] } = stored;
	const titles = [...new Set(views.flatMap(({ filtered }) => filtered?.titles ?? []))];
	const { hide, blur } = effectsOf(labelsOf(views));
	const labels = [...hide, ...blur];
	const [unfiltered, setUnfiltered] = useState(wanted ?? false);
	const [unlabelled, setUnlabelled] = useState(false);
	if (titles.length > 0 && !unfiltered) {
		return (
			<p class="cover">
				<Filter size={16} aria-hidden="true" />
				<span>{t('filteredBy', { titles: titles.join(', ') })}</span>
				<button type="button" class="link-button" onClick={() => setUnfiltered(true)}>
					{t('showAnyway')}
				</button>
			</p>
		);
	}
	if (labels.length > 0 && !unlabelled) {
		const folded = hide.length > 0 && !wanted;
		return (
			<Labelled labels={folded ? hide : labels} folded={folded} show={() => setUnlabelled(true)} />
		);
	}
	return <Warned stored={stored}>{children}</Warned>;
}

type LabelledProps = { labels: readonly Label[]; folded: boolean; show(): void };

/** A line where the labels want a post gone, else their words in its place. */
function Labelled({ labels, folded, show }: LabelledProps) {
	const { t, list } = useTexts();
	const said = useLabelers(labels);
	const names = list([...new Set(labels.map(({ name }) => name))]);
	return (
		<div class={folded ? 'cover' : 'cover labelled'}>
			<ShieldAlert size={16} aria-hidden="true" />
			<span dir="auto">
				{folded ? t('labelHides', { names }) : <b>{names}</b>}{' '}
				<span class="quiet">{[...new Set(labels.map(said))].join(' · ')}</span>
			</span>
			<button type="button" class="link-button" onClick={show}>
				{t('showAnyway')}
			</button>
			{!folded &&
				labels.map(({ by, value, description }) =>
					description ? (
						<p key={`${by} ${value}`} class="quiet" dir="auto">
							{description}
						</p>
					) : null,
				)}
		</div>
	);
}

/** Behind the author's own content warning. */
function Warned({ stored: { post }, children }: Pick<CoverProps, 'stored' | 'children'>) {
	const { t } = useTexts();
	const [open, setOpen] = useState(false);
	if (!post.warning) return <>{children}</>;
	return (
		<>
			<p class="cover" dir="auto">
				<EyeOff size={16} aria-hidden="true" />
				<span class="unseen">{t('contentWarning')}</span>
				<b>
					<Emojified text={post.warning} emojis={post.emojis} />
				</b>
				<button
					type="button"
					class="link-button"
					aria-expanded={open}
					onClick={() => setOpen(!open)}
				>
					{open ? t('warningHide') : t('warningShow')}
				</button>
			</p>
			{open && children}
		</>
	);
}
