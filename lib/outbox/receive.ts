import type { FromBackground, ToBackground } from '../messages';
import { remove, removeDraft, repost } from './asked';
import { enqueue } from './enqueue';
import { reopen } from './reopening';
import { answer, posted, step, undo } from './steps';
import { takeBack } from './taking-back';

/** Does what a page of ours asks for, as far as the store is concerned; `drain` does the rest. */
export function receive(message: ToBackground): Promise<FromBackground> {
	switch (message.type) {
		case 'enqueue':
			return enqueue(message.draft, message.rev);
		case 'undo':
			return undo(message.draft);
		case 'reopen':
			return reopen(message.draft);
		case 'deliver':
			return step(message.delivery, message.step);
		case 'answer':
			return answer(message.delivery, message, message.yes);
		case 'takeBack':
			return takeBack(message.delivery, message);
		case 'posted':
			return posted(message.delivery, message.link);
		case 'remove':
			return remove(message.posts);
		case 'removeDraft':
			return removeDraft(message.draft);
		case 'repost':
			return repost(message.by, message.post, message.on);
	}
}
