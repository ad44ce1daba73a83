import { useState } from 'preact/hooks';
import type { Filter, Split } from '../../lib/model';
import { changeList } from '../../lib/store';
import { filters } from '../../lib/timeline';
import { LoadProblem } from '../shared/problem';
import { hrefs } from '../shared/route';
import { useTexts } from '../shared/texts';
import type { TimelineView, ViewProps } from '../shared/view-address';
import { accountParts, networkParts, type Part, usePostSources } from './sources';

const KINDS = [
	{ flag: 'media', text: 'filterMedia' },
	{ flag: 'withoutReplies', text: 'filterNoReplies' },
	{ flag: 'withoutReposts', text: 'filterNoReposts' },
] as const satisfies readonly { flag: keyof Filter; text: string }[];

const SPLITS = [
	{ split: undefined, text: 'splitNone' },
	{ split: 'network', text: 'splitByNetwork' },
	{ split: 'account', text: 'splitByAccount' },
] as const satisfies readonly { split: Split | undefined; text: string }[];

/** Chooses what of the timeline is shown and how; names it, if wished. Nothing changes before "Show". */
export function ViewForm({ view, month }: ViewProps) {
	const { t } = useTexts();
	const [{ filter, split }, choose] = useState(view);
	const sources = usePostSources();
	const networks = networkParts(sources);
	const put = (change: Filter) => choose({ filter: { ...filter, ...change }, ...splitOf(split) });
	return (
		<>
			<form
				class="view-form"
				onSubmit={(event) => {
					event.preventDefault();
					event.currentTarget.closest('details')?.removeAttribute('open');
					location.hash = hrefs.timeline(month, { filter, ...splitOf(split) });
				}}
			>
				<Parts
					title={t('filterNetworks')}
					parts={networks}
					chosen={filter.networks}
					choose={(chosen) => choose(withParts(filter, split, 'networks', chosen))}
				/>
				<Parts
					title={t('filterAccounts')}
					parts={accountParts(sources)}
					chosen={filter.accounts}
					choose={(chosen) => choose(withParts(filter, split, 'accounts', chosen))}
				/>
				<fieldset>
					<legend>{t('filterPosts')}</legend>
					{KINDS.map(({ flag, text }) => (
						<label key={flag} class="tick">
							<input
								type="checkbox"
								checked={filter[flag] ?? false}
								onChange={(event) => {
									const { [flag]: _, ...rest } = filter;
									if (event.currentTarget.checked) put({ [flag]: true });
									else choose({ filter: rest, ...splitOf(split) });
								}}
							/>
							{t(text)}
						</label>
					))}
				</fieldset>
				{sources.length > 1 && (
					<fieldset>
						<legend>{t('splitHow')}</legend>
						{SPLITS.map((one) => (
							<label key={one.text} class="tick">
								<input
									type="radio"
									name="split"
									checked={one.split === split}
									onChange={() => choose({ filter, ...splitOf(one.split) })}
								/>
								{t(one.text)}
							</label>
						))}
					</fieldset>
				)}
				<div class="actions">
					<button type="submit" class="button primary">
						{t('viewShow')}
					</button>
					{(filters(view.filter) || view.split) && (
						<a class="button" href={hrefs.timeline(month)}>
							{t('viewEverything')}
						</a>
					)}
				</div>
			</form>
			{(filters(filter) || split) && <SaveView view={{ filter, ...splitOf(split) }} />}
		</>
	);
}

function splitOf(split: Split | undefined): Pick<TimelineView, 'split'> {
	return split ? { split } : {};
}

/** None chosen is all of them. */
function withParts(
	filter: Filter,
	split: Split | undefined,
	kind: 'networks' | 'accounts',
	chosen: readonly string[],
): TimelineView {
	const { [kind]: _, ...rest } = filter;
	return {
		filter: chosen.length > 0 ? { ...rest, [kind]: chosen } : rest,
		...splitOf(split),
	};
}

type PartsProps = {
	title: string;
	parts: readonly Part[];
	chosen: readonly string[] | undefined;
	choose(chosen: readonly string[]): void;
};

function Parts({ title, parts, chosen = [], choose }: PartsProps) {
	if (parts.length < 2 && chosen.length === 0) return null;
	return (
		<fieldset>
			<legend>{title}</legend>
			{parts.map((part) => (
				<label key={part.key} class="tick">
					<input
						type="checkbox"
						checked={chosen.includes(part.key)}
						onChange={(event) =>
							choose(
								event.currentTarget.checked
									? [...chosen, part.key]
									: chosen.filter((one) => one !== part.key),
							)
						}
					/>
					<bdi>{part.title}</bdi>
				</label>
			))}
		</fieldset>
	);
}

/** Keeps what is chosen under a name, among the places. A name that is taken is given to the new one. */
function SaveView({ view }: { view: TimelineView }) {
	const { t } = useTexts();
	const [name, setName] = useState('');
	const [saved, setSaved] = useState<string>();
	const [error, setError] = useState<unknown>();
	const save = () => {
		const called = name.trim();
		if (called === '') return;
		const added = { id: crypto.randomUUID(), name: called, ...view };
		changeList('views', (views) => [...views.filter((one) => one.name !== called), added]).then(
			() => {
				setSaved(called);
				setName('');
			},
			setError,
		);
	};
	return (
		<form
			class="view-form"
			onSubmit={(event) => {
				event.preventDefault();
				save();
			}}
		>
			<label>
				{t('viewName')}
				<input
					type="text"
					maxLength={60}
					autocomplete="off"
					value={name}
					onInput={(event) => setName(event.currentTarget.value)}
				/>
			</label>
			<button type="submit" class="button" disabled={name.trim() === ''}>
				{t('viewSave')}
			</button>
			<p role="status">{saved !== undefined && t('viewSaved', { name: saved })}</p>
			{error !== undefined && <LoadProblem error={error} />}
		</form>
	);
}
