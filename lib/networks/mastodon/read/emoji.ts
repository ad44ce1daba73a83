import type { Emoji, Session } from '../../../model';
import { ask } from '../../http';
import type { Io } from '../../io';
import { record } from '../../json';
import { readEmojis } from '../decode/emoji';
import { borderOf } from '../secret';
import { needFeature } from './may';

const MOST = 3000;

/** https://docs.joinmastodon.org/methods/custom_emojis/: those that writers are shown there. */
export async function emojis(session: Session, io: Io): Promise<readonly Emoji[]> {
	needFeature(session, 'emoji');
	const { json } = await ask(io, { session, path: '/api/v1/custom_emojis' });
	const offered = Array.isArray(json)
		? json.filter((one) => record(one)?.['visible_in_picker'] !== false)
		: [];
	return readEmojis(offered, borderOf(session, io), MOST) ?? [];
}
