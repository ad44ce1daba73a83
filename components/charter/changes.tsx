import type { CharterChange } from '../../lib/charters';
import type { Rule } from '../../lib/model';
import { useTexts } from '../shared/texts';
import { FieldValue } from './field-value';
import { changedRules, fieldRows } from './rows';

/** What a server says otherwise than before, newest first. */
export function CharterChanges({ changes }: { changes: readonly CharterChange[] }) {
	const { t } = useTexts();
	if (changes.length === 0) return null;
	return (
		<section class="server" aria-labelledby="changes">
			<h2 id="changes">{t('charterChanges')}</h2>
			<ul class="changes">
				{changes.map((change) => (
					<li key={`${change.at} ${change.field}`}>
						<Change change={change} />
					</li>
				))}
			</ul>
		</section>
	);
}

function Change({ change: { at, field, before, after } }: { change: CharterChange }) {
	const { t, date } = useTexts();
	const rows = { before: fieldRows(field, before), after: fieldRows(field, after) };
	const [named] = [...rows.after, ...rows.before];
	const rules = isRules(field, before) && isRules(field, after);
	return (
		<>
			<p>
				{named && <b>{t(named.name)}</b>}{' '}
				<time class="quiet" dateTime={new Date(at).toISOString()}>
					{date(at, 'day')}
				</time>
			</p>
			{rules ? (
				<RuleChanges before={before} after={after} />
			) : (
				<dl class="facts">
					{(['before', 'after'] as const).map((when) => (
						<div key={when}>
							<dt>{t(when === 'before' ? 'changeBefore' : 'changeAfter')}</dt>
							<dd dir="auto">
								{rows[when].length === 0 && <FieldValue value={undefined} />}
								{rows[when].map(({ name, value }, i) => (
									<span key={name}>
										{i > 0 && ' · '}
										<FieldValue value={value} />
									</span>
								))}
							</dd>
						</div>
					))}
				</dl>
			)}
		</>
	);
}

function isRules(field: CharterChange['field'], value: unknown): value is readonly Rule[] {
	return field === 'rules' && Array.isArray(value);
}

function RuleChanges({ before, after }: { before: readonly Rule[]; after: readonly Rule[] }) {
	const { t } = useTexts();
	const { gone, come } = changedRules(before, after);
	return (
		<ul class="rule-changes">
			{gone.map(({ id, text }) => (
				<li key={`- ${id}`} dir="auto">
					<span class="quiet">{t('ruleGone')}</span> <del>{text}</del>
				</li>
			))}
			{come.map(({ id, text }) => (
				<li key={`+ ${id}`} dir="auto">
					<span class="quiet">{t('ruleNew')}</span> <ins>{text}</ins>
				</li>
			))}
		</ul>
	);
}
