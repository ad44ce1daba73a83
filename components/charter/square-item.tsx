import { useId, useState } from 'preact/hooks';
import { foundationTest } from '../../lib/charters';
import type { Square } from '../../lib/model';
import { writePlan } from '../../lib/store';
import { safeHref } from '../post/runs';
import { hrefs } from '../shared/route';
import { useTexts } from '../shared/texts';
import { FieldValue } from './field-value';
import { FoundationLabel } from './foundation';
import { ago, dayOf } from './names';
import { squareRows } from './rows';

type SquareItemProps = {
	square: Square;
	signInAt(host: string): void;
	compared: boolean;
	/** As many as can be are compared. */
	full: boolean;
	compare(on: boolean): void;
	/** Goes to the comparison. */
	see(): void;
};

/** One place of the directory, with what one asks before joining. */
export function SquareItem(props: SquareItemProps) {
	const { square, signInAt, compared, full, compare, see } = props;
	const { t, date, language, list } = useTexts();
	const id = useId();
	const rows = squareRows(square);
	const unknown = rows.filter(({ value }) => value === undefined);
	const { host, title, charter, reviewedOn } = square;
	const { label } = foundationTest({ ...charter, readAt: dayOf(reviewedOn) });
	return (
		<li class="square" data-host={host}>
			<header>
				<h3 id={id}>
					<bdi>{title}</bdi>
				</h3>
				<a href={hrefs.server(host)}>
					<bdi>{host}</bdi>
				</a>
				<FoundationLabel label={label} />
			</header>
			<dl class="facts">
				{rows.map(({ name, value }) =>
					value === undefined ? null : (
						<div key={name}>
							<dt>{t(name)}</dt>
							<dd dir="auto">
								<FieldValue value={value} />
							</dd>
						</div>
					),
				)}
				{unknown.length > 0 && (
					<div>
						<dt>
							<FieldValue value={undefined} missing="charterUnlisted" />
						</dt>
						<dd>{list(unknown.map(({ name }) => t(name)))}</dd>
					</div>
				)}
			</dl>
			<JoinActions square={square} signInAt={signInAt} />
			<div class="square-foot">
				<label class="tick">
					<input
						type="checkbox"
						checked={compared}
						disabled={full && !compared}
						aria-describedby={id}
						onChange={(event) => compare(event.currentTarget.checked)}
					/>
					{t('compare')}
				</label>
				{compared && full && (
					<button type="button" class="link-button" onClick={see}>
						{t('compareSee')}
					</button>
				)}
				{full && !compared && <span class="quiet">{t('compareFull')}</span>}
				<span class="quiet square-age">
					{t('squareReviewed', {
						date: date(dayOf(reviewedOn), 'day'),
						ago: ago(reviewedOn, Date.now(), language),
					})}
				</span>
			</div>
		</li>
	);
}

type JoinActionsProps = Pick<SquareItemProps, 'square' | 'signInAt'>;

/** To the place's own sign-up in a tab, and back. */
function JoinActions({ square: { host, title, join }, signInAt }: JoinActionsProps) {
	const { t } = useTexts();
	const [left, setLeft] = useState(false);
	const href = safeHref(join.url);
	return (
		<>
			<div class="actions">
				{href && (
					<a
						class="button"
						href={href}
						target="_blank"
						rel="noopener noreferrer"
						onClick={() => {
							setLeft(true);
							writePlan('joining', { host, title, at: Date.now() }).catch(reportError);
						}}
					>
						{t('joinAt', { title })}
					</a>
				)}
				<button
					type="button"
					class="button"
					aria-label={t('joinHaveAccountAt', { title })}
					onClick={() => signInAt(host)}
				>
					{t('joinHaveAccount')}
				</button>
			</div>
			<p class="quiet" role="status">
				{left && t('joinComeBack', { title })}
			</p>
		</>
	);
}
