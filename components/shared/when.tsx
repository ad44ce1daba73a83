import type { Instant } from '../../lib/model';
import { useTexts } from './texts';

const DAY = 86_400_000;

/** The time of a post, short; the whole of it in the title. */
export function When({ at, id }: { at: Instant; id?: string }) {
	const { date } = useTexts();
	const now = Date.now();
	const style = now - at < DAY && now >= at ? 'time' : sameYear(now, at) ? 'short' : 'day';
	return (
		<time id={id} dateTime={new Date(at).toISOString()} title={date(at, 'full')}>
			{date(at, style)}
		</time>
	);
}

function sameYear(a: Instant, b: Instant): boolean {
	return new Date(a).getFullYear() === new Date(b).getFullYear();
}
