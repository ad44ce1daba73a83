import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import {
	type CharterChange,
	charter,
	charterChanges,
	isCharterDue,
	readCharter,
	squareOf,
} from '../../lib/charters';
import { refreshServer, server } from '../../lib/sessions';
import { CharterChanges } from '../charter/changes';
import { CharterSection } from '../charter/charter-section';
import { Foundation } from '../charter/foundation';
import { Empty } from '../shared/empty';
import { useMe } from '../shared/me';
import { Page } from '../shared/page';
import { LoadProblem } from '../shared/problem';
import { hrefs } from '../shared/route';
import { textOf } from '../shared/said';
import { useTexts } from '../shared/texts';
import { useLoad } from '../shared/use-load';
import { About } from './about';
import { Balances } from './balance';
import { Health } from './health';
import { Policies } from './policies';
import { Refusals } from './refusals';
import { Rules } from './rules';

/** `#/server/<host>`: who runs a server, what it says of itself, and how it answers. */
export function ServerPage({ host }: { host: string }) {
	const { t } = useTexts();
	const { value, ready, error, retry } = useLoad(host, () => server(host), ['servers']);
	const known = useLoad(host, () => charter(host), ['charters']);
	const changes = useLoad(host, () => charterChanges(host), ['charters']);
	const { asking, problem, ask } = useAsked(host);
	const me = useMe();
	const title = value?.title || squareOf(host)?.title || host;
	return (
		<Page title={title}>
			{error !== undefined && <LoadProblem error={error} retry={retry} />}
			{known.error !== undefined && <LoadProblem error={known.error} retry={known.retry} />}
			<AskProblem problem={problem} />
			{ready && !value && error === undefined && (
				<NotAsked host={host} known={known.value !== undefined} asking={asking} ask={ask} />
			)}
			<Balances host={host} />
			{known.value && (
				<>
					<CharterSection charter={known.value} />
					<Foundation charter={known.value} />
				</>
			)}
			<CharterChanges changes={(changes.value ?? []).filter(isNotRules)} />
			{value && <About server={value} />}
			<Health host={host} server={value} />
			{value && <Rules server={value} />}
			{value && <Policies host={host} />}
			{value && <Refusals host={host} />}
			{me.all && !me.all.some((one) => one.host === host) && (
				<p class="server-sign-in">
					<a class="button" href={hrefs.servers({ at: host })}>
						{t('signInAt', { host })}
					</a>
				</p>
			)}
		</Page>
	);
}

/** Those are told where the rules stand, one by one. */
function isNotRules({ field }: CharterChange): boolean {
	return field !== 'rules';
}

type Asked = { asking: boolean; problem?: unknown; ask(): void };

/** Asks a server that is known when its page opens; one that nobody has asked yet only at a press. */
function useAsked(host: string): Asked {
	const [state, setState] = useState<Omit<Asked, 'ask'>>({ asking: false });
	const abort = useRef(new AbortController());
	const run = useCallback((work: (signal: AbortSignal) => Promise<unknown>) => {
		abort.current.abort();
		abort.current = new AbortController();
		const { signal } = abort.current;
		setState({ asking: true });
		work(signal).then(
			() => signal.aborted || setState({ asking: false }),
			(problem: unknown) => {
				if (signal.aborted) return;
				if (!textOf(problem)) reportError(problem);
				setState({ asking: false, problem });
			},
		);
	}, []);
	useEffect(() => {
		run(async (signal) => {
			if (!(await server(host))) return;
			await refreshServer(host, signal);
			if (isCharterDue(await charter(host))) await readCharter(host, signal);
		});
		return () => abort.current.abort();
	}, [host, run]);
	return { ...state, ask: () => run((signal) => readCharter(host, signal)) };
}

function AskProblem({ problem }: { problem: unknown }) {
	const { t, say } = useTexts();
	if (problem === undefined) return null;
	const text = textOf(problem);
	return (
		<p class="problem-line" role="status">
			{text ? say(text) : t('actionFailed')}
		</p>
	);
}

type NotAskedProps = { host: string; known: boolean; asking: boolean; ask(): void };

/** Of a server that was never asked: only the directory knows it, if anybody. */
function NotAsked({ host, known, asking, ask }: NotAskedProps) {
	const { t } = useTexts();
	return (
		<Empty
			action={
				<button type="button" class="button" disabled={asking} onClick={ask}>
					{asking ? t('signInFinding', { host }) : t('serverAsk', { host })}
				</button>
			}
		>
			{known ? t('serverFromDirectory', { host }) : t('serverNotRead', { host })}
		</Empty>
	);
}
