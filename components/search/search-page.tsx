import type { RefObject } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { highlight, parseQuery } from '../../lib/search';
import { Feed } from '../feed/feed';
import { HighlightProvider } from '../post/highlight';
import { useArchives } from '../shared/archives';
import { Empty } from '../shared/empty';
import { leaveField } from '../shared/leave-field';
import { useMe } from '../shared/me';
import { useNavigation } from '../shared/navigation';
import { Page } from '../shared/page';
import { hrefs } from '../shared/route';
import { useTexts } from '../shared/texts';
import { NoHits } from './no-hits';
import { OnServers } from './on-servers';
import { Operators } from './operators';
import { QueryProblems } from './query-problems';
import { type Total, useResults } from './use-results';

const WAIT_MS = 60;

/** `#/search`: everything stored, while one types. The query stays in the address. */
export function SearchPage({ query }: { query: string }) {
	const { t } = useTexts();
	const { memory } = useNavigation();
	const field = useRef<HTMLInputElement>(null);
	const [typed, setTyped] = useState<Typed>(() => {
		const left = memory.get('typed') as Typed | undefined;
		return left?.text === query ? left : { text: query, typing: false };
	});
	const asked = useSettled(typed);
	return (
		<Page title={t('search')} {...(query === '' ? { focus: field } : {})}>
			<div class="column">
				<Field field={field} typed={typed.text} change={setTyped} />
				<Operators add={(text) => setTyped({ text, typing: false })} />
			</div>
			{asked.text.trim() === '' ? <Before /> : <Results {...asked} />}
			{asked.text.trim() !== '' && <OnServers query={asked.text.trim()} />}
		</Page>
	);
}

type Typed = { text: string; typing: boolean };

/** The query once typing pauses; the address and the way back follow it. */
function useSettled(typed: Typed): Typed {
	const { replace, memory } = useNavigation();
	const [settled, setSettled] = useState(typed);
	useEffect(() => {
		if (!typed.typing) return setSettled(typed);
		const timer = setTimeout(() => setSettled(typed), WAIT_MS);
		return () => clearTimeout(timer);
	}, [typed]);
	useEffect(() => {
		memory.set('typed', settled);
		replace(hrefs.search(settled.text));
	}, [settled, replace, memory]);
	return settled;
}

type FieldProps = {
	field: RefObject<HTMLInputElement | null>;
	typed: string;
	change(typed: Typed): void;
};

function Field({ field, typed, change }: FieldProps) {
	const { t } = useTexts();
	return (
		<search>
			<form
				onSubmit={(event) => {
					event.preventDefault();
					change({ text: typed, typing: false });
				}}
			>
				<input
					ref={field}
					class="search-field"
					type="search"
					data-search
					autocomplete="off"
					spellcheck={false}
					dir="auto"
					aria-label={t('searchEverything')}
					placeholder={t('searchPlaceholder')}
					value={typed}
					onInput={(event) => change({ text: event.currentTarget.value, typing: true })}
					onKeyDown={(event) => leaveField(event, () => change({ text: '', typing: true }))}
				/>
			</form>
		</search>
	);
}

function Before() {
	const { t } = useTexts();
	const { all } = useArchives();
	const me = useMe();
	if (!all || !me.all) return null;
	if (all.length + me.all.length > 0) return <Empty>{t('searchBefore')}</Empty>;
	return (
		<Empty
			action={
				<a class="button primary" href={hrefs.import()}>
					{t('importArchive')}
				</a>
			}
		>
			{t('searchNothingStored')}
		</Empty>
	);
}

function Results({ text, typing }: Typed) {
	const { t } = useTexts();
	const { list, total } = useResults(text, typing);
	const query = useMemo(() => parseQuery(text, { typing, now: new Date() }), [text, typing]);
	const marks = useMemo(() => (words: string) => highlight(words, query), [query]);
	return (
		<HighlightProvider value={marks}>
			<p class="result-count" role="status">
				{useTotalWords(total)}
			</p>
			<QueryProblems query={query} />
			{list.done && list.count === 0 ? (
				<NoHits query={query} />
			) : (
				<Feed
					label={t('results')}
					name="results"
					list={total?.exact ? { ...list, size: total.total } : list}
					end={t('resultsEnd')}
				/>
			)}
		</HighlightProvider>
	);
}

function useTotalWords(total: Total | undefined): string {
	const { t } = useTexts();
	if (total?.exact) return t('hitCount', { count: total.total });
	if (total) return t('hitCountAtLeast', { number: total.total });
	return t('searching');
}
