import { useEffect } from 'preact/hooks';
import type { AccountUri, Draft } from '../../lib/model';
import { mentionsIn } from '../../lib/text';
import { usePlace } from './place';

/**
 * What has to be known of where a draft goes, and is stored: the rules of today, how they are read, and, for who is
 * answered or mentioned, where nothing arrives: the servers of those who write say so, and are asked at most once a
 * day. It stands in the venues from then on; a server that does not answer leaves it unknown.
 */
export function useLearning({ replyTo, text, own, targets, edits }: Draft): void {
	const { wholeNetworks } = usePlace();
	const texts = [text, ...Object.values(own).flatMap((one) => one.text ?? [])];
	const names = texts.some((one) => mentionsIn(one).some(({ handle }) => handle.includes('@')));
	const asks = (replyTo !== undefined || names) && edits === undefined;
	const accounts = targets.filter((key) => !key.startsWith('window:')).join('\n');
	useEffect(() => {
		const read = async () => {
			const { learnPlaces } = await import('./learning');
			await learnPlaces(accountsIn(accounts), wholeNetworks);
		};
		read().catch(reportError);
	}, [accounts, wholeNetworks]);
	useEffect(() => {
		if (!asks) return;
		const learn = async () => {
			const { learnReach } = await import('./learning');
			await learnReach(accountsIn(accounts), wholeNetworks);
		};
		learn().catch(reportError);
	}, [asks, accounts, wholeNetworks]);
}

function accountsIn(joined: string): readonly AccountUri[] {
	return joined === '' ? [] : joined.split('\n');
}
