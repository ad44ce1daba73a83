import { useRef, useState } from 'preact/hooks';
import type { Text } from '../../lib/model';
import { type CsvKind, exportCsv, type Imported, importCsv } from '../../lib/people';
import type { Me } from '../../lib/sessions';
import { textOf } from '../shared/said';
import { useTexts } from '../shared/texts';

const KINDS = [
	{ kind: 'blocks', text: 'csvBlocks', file: 'blocked_accounts.csv' },
	{ kind: 'mutes', text: 'csvMutes', file: 'muted_accounts.csv' },
	{ kind: 'following', text: 'csvFollowing', file: 'following_accounts.csv' },
] as const satisfies readonly { kind: CsvKind; text: string; file: string }[];

/** Block, mute and follow lists of one account, out to a file and in from one. */
export function ListsCsv({ me }: { me: Me }) {
	const { t } = useTexts();
	return (
		<details class="lists-csv">
			<summary>{t('csvLists')}</summary>
			<p class="quiet">{t('csvHint')}</p>
			<ul>
				{KINDS.map(({ kind, text, file }) => (
					<li key={kind}>
						<OneList me={me} kind={kind} name={t(text)} file={file} />
					</li>
				))}
			</ul>
		</details>
	);
}

type OneListProps = { me: Me; kind: CsvKind; name: string; file: string };
type State =
	| { step: 'idle' }
	| { step: 'working'; done: number; of: number }
	| { step: 'done'; result: Imported }
	| { step: 'problem'; text: Text };

function OneList({ me, kind, name, file }: OneListProps) {
	const { t, say } = useTexts();
	const [state, setState] = useState<State>({ step: 'idle' });
	const input = useRef<HTMLInputElement>(null);
	const abort = useRef<AbortController>(null);
	const failed = (error: unknown) => {
		const text = textOf(error);
		if (!text) reportError(error);
		setState({ step: 'problem', text: text ?? { key: 'actionFailed' } });
	};
	const save = () => {
		exportCsv(me.account, kind).then((csv) => download(csv, file), failed);
	};
	const load = async (chosen: File) => {
		abort.current = new AbortController();
		setState({ step: 'working', done: 0, of: 0 });
		const progress = (done: number, of: number) => setState({ step: 'working', done, of });
		const text = await chosen.text();
		const result = await importCsv(me.account, kind, text, progress, abort.current.signal);
		setState({ step: 'done', result });
	};
	return (
		<>
			<span>{name}</span>{' '}
			<button type="button" class="button" onClick={save}>
				{t('csvExport', { list: name })}
			</button>{' '}
			<button type="button" class="button" onClick={() => input.current?.click()}>
				{t('csvImport', { list: name })}
			</button>
			<input
				ref={input}
				type="file"
				accept=".csv,text/csv"
				hidden
				aria-label={t('csvImport', { list: name })}
				onChange={(event) => {
					const chosen = event.currentTarget.files?.[0];
					event.currentTarget.value = '';
					if (chosen) load(chosen).catch(failed);
				}}
			/>
			{state.step === 'working' && (
				<span>
					<progress
						aria-label={t('csvImport', { list: name })}
						{...(state.of > 0 ? { value: state.done, max: state.of } : {})}
					/>{' '}
					<button type="button" class="button" onClick={() => abort.current?.abort()}>
						{t('cancel')}
					</button>
				</span>
			)}
			{state.step === 'problem' && (
				<span class="problem-line" role="alert">
					{say(state.text)}
				</span>
			)}
			{state.step === 'done' && <Done result={state.result} />}
		</>
	);
}

function Done({ result: { done, failed } }: { result: Imported }) {
	const { t, say } = useTexts();
	return (
		<div role="status">
			{t('csvDone', { count: done })}
			{failed.length > 0 && (
				<details>
					<summary>{t('csvFailed', { count: failed.length })}</summary>
					<ul>
						{failed.map(({ handle, text }) => (
							<li key={handle}>
								<bdi>{handle}</bdi>: {say(text)}
							</li>
						))}
					</ul>
				</details>
			)}
		</div>
	);
}

function download(csv: string, name: string): void {
	const url = URL.createObjectURL(new Blob([csv], { type: 'text/csv' }));
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	link.click();
	// The browser reads the blob after this turn.
	setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
