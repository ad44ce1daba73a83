import type { Session, Translation } from '../../../model';
import { path } from '../../address';
import { ask } from '../../http';
import type { Io } from '../../io';
import type { PostRef } from '../../network';
import { NetworkProblem } from '../../problem';
import { readTranslation } from '../decode/translation';
import { postId } from './find';
import { needFeature, needScope } from './may';

/** Not public, or not between these languages; nothing was configured; the service is down or its quota is used up. */
const REFUSALS: Readonly<Record<number, string>> = {
	403: 'translationRefused',
	404: 'translationRefused',
	503: 'translationDown',
};

/** https://docs.joinmastodon.org/methods/statuses/#translate. A service that is down says nothing about the server. */
export async function translate(
	session: Session,
	ref: PostRef,
	language: string,
	io: Io,
): Promise<Translation> {
	needFeature(session, 'translation');
	needScope(session, 'read:statuses');
	const id = await postId(session, ref, io);
	const { host } = session;
	const { status, json } = await ask(io, {
		session,
		path: path`/api/v1/statuses/${id}/translate`,
		method: 'POST',
		body: { form: { lang: language } },
		pass: Object.keys(REFUSALS).map(Number),
	});
	const key = REFUSALS[status];
	if (key) {
		throw new NetworkProblem('refused', host, { status, sentence: { key, parameters: { host } } });
	}
	const translation = readTranslation(json, { key: ref.post, to: language });
	if (!translation) throw new NetworkProblem('broken', host, { status });
	return translation;
}
