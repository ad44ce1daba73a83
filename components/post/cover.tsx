import { EyeOff, Filter } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { StoredPost } from '../../lib/model';
import { useTexts } from '../shared/texts';
import { Emojified } from './emojified';

type CoverProps = {
	stored: StoredPost;
	/** The page is about this post: filters do not hide what was asked for. */
	wanted: boolean | undefined;
	children: ComponentChildren;
};

/** Keeps a post behind its content warning, and behind the filters that match it, until it is opened. */
export function Cover({ stored, wanted, children }: CoverProps) {
	const { t } = useTexts();
	const { post, views = [] } = stored;
	const titles = [...new Set(views.flatMap(({ filtered }) => filtered?.titles ?? []))];
	const [unfiltered, setUnfiltered] = useState(wanted ?? false);
	const [open, setOpen] = useState(false);
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
