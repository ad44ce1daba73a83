import type { Post } from '../../lib/model';
import { useTexts } from '../shared/texts';

const AUDIENCES = {
	unlisted: { icon: 'moon', text: 'audienceUnlisted' },
	followers: { icon: 'lock', text: 'audienceFollowers' },
	direct: { icon: 'at', text: 'audienceDirect' },
} as const;

/** Who can see a post, where that is not everybody. In words where it is few. */
export function Audience({ visibility }: { visibility: Post['visibility'] | undefined }) {
	const { t } = useTexts();
	if (!visibility || visibility === 'public' || visibility === 'community') return null;
	const { icon, text } = AUDIENCES[visibility];
	return (
		<span class={`audience icon ${icon} ${visibility}`} title={t(text)}>
			<span class={visibility === 'unlisted' ? 'unseen' : undefined}>{t(text)}</span>
		</span>
	);
}
