import type { Summary } from '../../lib/store';
import type { Key } from '../../lib/texts';
import { hrefs } from '../shared/route';
import { useTexts } from '../shared/texts';

type Names = 'people' | 'tags' | 'words';
const LISTS: readonly { list: Names; title: Key; sign: string }[] = [
	{ list: 'people', title: 'topPeople', sign: '@' },
	{ list: 'tags', title: 'topTags', sign: '#' },
	{ list: 'words', title: 'topWords', sign: '' },
];
const SHOWN = 10;

/** People, tags and words that come most often; each leads to its posts. */
export function TopNames({ summary }: { summary: Summary }) {
	return (
		<div class="top-names">
			{LISTS.map(({ list, title, sign }) => (
				<TopList key={list} items={summary[list].slice(0, SHOWN)} title={title} sign={sign} />
			))}
		</div>
	);
}

type TopListProps = { items: Summary['people']; title: Key; sign: string };

function TopList({ items, title, sign }: TopListProps) {
	const { t, number } = useTexts();
	const most = items[0]?.value ?? 1;
	if (items.length === 0) return null;
	return (
		<section>
			<h2>{t(title)}</h2>
			<ol class="top-list">
				{items.map(({ name, value }) => (
					<li key={name}>
						<a href={hrefs.search(`${sign}${name}`)}>
							<bdi>{`${sign}${name}`}</bdi>
						</a>
						<span class="count">{number(value)}</span>
						<svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
							<rect class="bar-posts" width={(value / most) * 100} height="4" />
						</svg>
					</li>
				))}
			</ol>
		</section>
	);
}
