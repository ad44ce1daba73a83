import { AtSign, Lock, Moon } from 'lucide-preact';
import type { Post } from '../../lib/model';
import { useTexts } from '../shared/texts';

const AUDIENCES = {
	unlisted: { icon: Moon, text: 'audienceUnlisted' },
	followers: { icon: Lock, text: 'audienceFollowers' },
	direct: { icon: AtSign, text: 'audienceDirect' },
} as const;

/** Who can see a post, where that is not everybody. In words where it is few. */
export function Audience({ visibility }: { visibility: Post['visibility'] | undefined }) {
	const { t } = useTexts();
	if (!visibility || visibility === 'public' || visibility === 'community') return null;
	const { icon: Icon, text } = AUDIENCES[visibility];
	return (
		<span class={`audience ${visibility}`} title={t(text)}>
			<Icon size={14} aria-hidden="true" />
			<span class={visibility === 'unlisted' ? 'unseen' : undefined}>{t(text)}</span>
		</span>
	);
}
