import type { RefObject } from 'preact';
import { foundationTest } from '../../lib/charters';
import type { Square } from '../../lib/model';
import { hrefs } from '../shared/route';
import { useTexts } from '../shared/texts';
import { FieldValue } from './field-value';
import { FoundationLabel } from './foundation';
import { dayOf } from './names';
import { compareRows } from './rows';

type CompareProps = {
	squares: readonly Square[];
	heading: RefObject<HTMLHeadingElement | null>;
	end(): void;
};

/** Places side by side, line by line; where there is little room, below each other. */
export function Compare({ squares, heading, end }: CompareProps) {
	const { t, date } = useTexts();
	return (
		<section class="compare" aria-labelledby="compare">
			<h3 id="compare" ref={heading} tabIndex={-1}>
				{t('compareTitle')}
			</h3>
			<table aria-labelledby="compare">
				<thead>
					<tr>
						<td />
						{squares.map(({ host, title }) => (
							<th key={host} scope="col">
								<a href={hrefs.server(host)}>
									<bdi>{title}</bdi>
								</a>
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					<tr>
						<th scope="row">{t('foundationTest')}</th>
						{squares.map(({ host, title, charter, reviewedOn }) => {
							const { label } = foundationTest({ ...charter, readAt: dayOf(reviewedOn) });
							return (
								<td key={host} data-of={title}>
									{label ? <FoundationLabel label={label} /> : t('foundationNone')}
								</td>
							);
						})}
					</tr>
					{compareRows(squares).map(({ name, values, differs }) => (
						<tr key={name} class={differs ? 'differs' : undefined}>
							<th scope="row">{t(name)}</th>
							{values.map((value, i) => (
								<td key={squares[i]?.host} data-of={squares[i]?.title} dir="auto">
									<FieldValue value={value} missing="charterUnlisted" />
								</td>
							))}
						</tr>
					))}
					<tr>
						<th scope="row">{t('charterReviewed')}</th>
						{squares.map(({ host, title, reviewedOn }) => (
							<td key={host} data-of={title}>
								{date(dayOf(reviewedOn), 'day')}
							</td>
						))}
					</tr>
				</tbody>
			</table>
			<button type="button" class="button" onClick={end}>
				{t('compareEnd')}
			</button>
		</section>
	);
}
