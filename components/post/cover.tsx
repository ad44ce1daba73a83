import type { ComponentChildren } from 'preact';
import type { Label, StoredPost } from '../../lib/model';
import { useMuffled } from '../muffle/muffling';
import { useTexts } from '../shared/texts';
import { useOpened } from '../shared/use-opened';
import { Emojified } from './emojified';
import { useLabelers } from './labelers';
import { byName, effectsOf, labelsOf, whyFinal } from './labels';

type CoverProps = {
	stored: StoredPost;
	/** The page is about this post: what hides does not hide what was asked for, but for a press. */
	wanted: boolean | undefined;
	children: ComponentChildren;
};

/**
 * Keeps a post behind the muffles, filters and labels that match it, and behind its content warning, until it is opened.
 */
export function Cover({ stored, wanted, children }: CoverProps) {
	const { t } = useTexts();
	const { post, views = [] } = stored;
	const muffled = useMuffled(stored, wanted);
	const { hide, blur } = effectsOf(labelsOf(views));
	const labels = [...hide, ...blur];
	const [unlabelled, setUnlabelled] = useOpened('unlabelled', post.key);
	if (muffled && !muffled.open) {
		return (
			<p class="cover icon funnel">
				<span>{muffled.why}</span>
				<button type="button" class="link-button" onClick={() => muffled.set(true)}>
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
	const names = list(byName(labels, t).map(({ name }) => name));
	const final = whyFinal(labels);
	return (
		<div class={folded ? 'cover icon shield' : 'cover icon shield labelled'}>
			<span dir="auto">
				{folded ? t('labelHides', { names }) : <b>{names}</b>}{' '}
				<span class="quiet">{[...new Set(labels.map(said))].join(' · ')}</span>
			</span>
			{final ? (
				<span class="quiet">{t(final)}</span>
			) : (
				<button type="button" class="link-button" onClick={show}>
					{t('showAnyway')}
				</button>
			)}
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
	const [open, setOpen] = useOpened('unwarned', post.key);
	if (!post.warning) return <>{children}</>;
	return (
		<>
			<p class="cover icon eye-off" dir="auto">
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
