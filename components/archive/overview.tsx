import type { Generation } from '../../lib/store';
import { OnThisDay } from '../timeline/on-this-day';
import { Header } from './header';
import { HourMap } from './hour-map';
import { MonthChart } from './month-chart';
import { TopNames } from './top-names';
import { TopPosts } from './top-posts';

/** The archive in pictures. */
export function Overview({ generation }: { generation: Generation }) {
	const { summary } = generation;
	return (
		<>
			<Header generation={generation} />
			<OnThisDay account={generation.account.key} />
			<div class="column charts">
				<MonthChart months={summary.months} />
				<HourMap hours={summary.hours} zone={summary.zone} />
			</div>
			<TopPosts summary={summary} />
			<div class="column charts">
				<TopNames summary={summary} />
			</div>
		</>
	);
}
