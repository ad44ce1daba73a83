import { useEffect } from 'preact/hooks';
import type { AccountUri, Draft } from '../../lib/model';
import {
	isServerDue,
	learnPolicies,
	learnRefusals,
	learnRules,
	learnServer,
	server,
	sessions,
} from '../../lib/sessions';
import { mentionsIn } from '../../lib/text';
import { writtenDown } from '../shared/said';
import { usePlace } from './place';

/**
 * What has to be known of where a draft goes, and is stored: the rules of today, how they are read, and, for who is answered or
 * mentioned, where nothing arrives: the servers of those who write say so, and are asked at most once a day. It stands
 * in the venues from then on; a server that does not answer leaves it unknown.
 */
export function useLearning({ replyTo, text, own, targets, edits }: Draft): void {
	const { wholeNetworks } = usePlace();
	const texts = [text, ...Object.values(own).flatMap((one) => one.text ?? [])];
	const names = texts.some((one) => mentionsIn(one).some(({ handle }) => handle.includes('@')));
	const asks = (replyTo !== undefined || names) && edits === undefined;
	const accounts = targets.filter((key) => !key.startsWith('window:')).join('\n');
	useEffect(() => {
		const read = async () => {
			for (const account of accountsIn(accounts)) await learnRules(account);
			// The popup carries no more than typing takes: the rest comes where something was not read for a day.
			if (wholeNetworks && !(await isAnyDue(accountsIn(accounts)))) return;
			await wholeNetworks?.();
			for (const account of accountsIn(accounts)) {
				await learnServer(account).catch(writtenDown);
				await learnPolicies(account).catch(writtenDown);
				await learnTerms(account).catch(writtenDown);
			}
		};
		read().catch(reportError);
	}, [accounts, wholeNetworks]);
	useEffect(() => {
		if (!asks) return;
		const learn = async () => {
			await wholeNetworks?.();
			for (const account of accountsIn(accounts)) await learnRefusals(account).catch(writtenDown);
		};
		learn().catch(reportError);
	}, [asks, accounts, wholeNetworks]);
}

async function isAnyDue(accounts: readonly AccountUri[]): Promise<boolean> {
	const all = (await sessions()).filter(({ account }) => accounts.includes(account));
	const due = await Promise.all(all.map(({ host }) => isServerDue(host)));
	return due.includes(true);
}

/** A server that lists no rules has its terms read, with all that its charter is read from: at most once a day. */
async function learnTerms(account: AccountUri): Promise<void> {
	const me = (await sessions()).find((one) => one.account === account && one.state === 'active');
	const row = me && (await server(me.host));
	if (!row || (row.rules && row.termsReadAt === undefined)) return;
	const { charter, isCharterDue, readCharter } = await import('../../lib/charters');
	if (isCharterDue(await charter(row.host)))
		await readCharter(row.host, new AbortController().signal);
}

function accountsIn(joined: string): readonly AccountUri[] {
	return joined === '' ? [] : joined.split('\n');
}
