import type { Delivery } from '../../lib/model';
import { useTexts } from '../shared/texts';
import { When } from '../shared/when';

/** As much as tells one post from the others. */
const MOST = 80;

/** A post of mine by its first words, and when it was sent or is to go. */
export function WhichPost({ delivery }: { delivery: Delivery }) {
	const { t } = useTexts();
	const { content, createdAt, scheduledAt } = delivery;
	const words = firstWords(content?.text ?? '');
	return (
		<>
			<bdi>{words || t('draftWithoutText', { count: content?.media?.length ?? 0 })}</bdi>{' '}
			<span class="quiet">
				<When at={scheduledAt ?? createdAt} />
			</span>
		</>
	);
}

/** The first line that says something, cut between words. */
export function firstWords(text: string): string {
	const line = text.trim().split('\n', 1)[0] ?? '';
	if (line.length <= MOST) return line;
	const cut = line.slice(0, MOST);
	const end = cut.lastIndexOf(' ');
	return `${(end > 0 ? cut.slice(0, end) : cut).replace(/[\ud800-\udbff]$/, '')} …`;
}
