import { useEffect, useState } from 'preact/hooks';
import type { Text } from '../../lib/model';
import { enqueue } from '../../lib/outbox';
import { isTooSoon } from './later';
import type { Writer } from './writer';

type Sending = {
	/** Why nothing was queued. */
	refused: Text | undefined;
	sending: boolean;
	/** Queues it as it is stored. */
	post(): void;
	/** Puts it among the drafts. */
	keep(): void;
};

type Ends = {
	sent(draft: string): void;
	kept(): void;
	/** Resolves when what its texts read like is known and in the draft: communities are judged by it. */
	settled(): Promise<void>;
	/** In which Ctrl+Enter posts. */
	box: { current: HTMLFormElement | null };
};

/** What ends writing: it is sent, or kept for another time. Only what is stored is sent. */
export function useSending(writer: Writer, { sent, kept, settled, box }: Ends): Sending {
	const [refused, setRefused] = useState<Text>();
	const [sending, setSending] = useState(false);
	const send = async () => {
		const { scheduledAt, id } = writer.draft;
		if (scheduledAt !== undefined && isTooSoon(scheduledAt)) {
			setRefused({ key: 'scheduleTooSoon' });
			return;
		}
		setSending(true);
		setRefused(undefined);
		// A popup that closes now takes the waiting with it: what is stored goes as it is.
		const leaving = () => {
			if (writer.kept === 'saved') enqueue(writer.draft).catch(reportError);
		};
		addEventListener('pagehide', leaving);
		try {
			// Without a guess the norms ask where they would have known.
			await settled().catch(reportError);
			const stored = await writer.settled();
			removeEventListener('pagehide', leaving);
			const said = stored ? await enqueue(stored) : undefined;
			if (said && 'done' in said) sent(id);
			else if (said) setRefused(said.refused);
		} finally {
			removeEventListener('pagehide', leaving);
			setSending(false);
		}
	};
	const post = () => {
		if (!sending) send().catch(reportError);
	};
	const keep = () => {
		writer.settled().then((stored) => stored && kept(), reportError);
	};
	useSendKey(box);
	return { refused, sending, post, keep };
}

/** Ctrl+Enter, and ⌘+Enter, post from anywhere in the composer, where its button would: not past a time that is none. */
function useSendKey(box: { current: HTMLFormElement | null }): void {
	useEffect(() => {
		const { current } = box;
		const look = (event: KeyboardEvent) => {
			if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
			event.preventDefault();
			current?.requestSubmit();
		};
		current?.addEventListener('keydown', look);
		return () => current?.removeEventListener('keydown', look);
	}, [box]);
}
