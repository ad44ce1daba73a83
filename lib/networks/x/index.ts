// X: no sign-in and nothing that we ask of its servers. A post is handed over to its own window, by the person's click.
import type { Content, PostUri } from '../../model';
import { withWarning } from '../../text';
import type { HandOver, Network, NetworkPart } from '../network';
import { NetworkProblem } from '../problem';

const HOST = 'x.com';
const OWN = /^tw:(\d{1,20})$/;
const HOSTS = /^(?:(?:www|mobile|m)\.)?(?:x|twitter)\.com$/;
const STATUS = /^\/(?:(\w{1,15})|i\/web|i)\/status(?:es)?\/(\d{1,20})(?:\/|$)/;

/** What its window has no place for (https://docs.x.com/x-for-websites/web-intents/overview). */
const LEFT = ['media', 'sensitive', 'poll', 'answering', 'quoting', 'language'] as const;

const handOver: HandOver = {
	name: 'X',
	host: HOST,
	counting: 'weighted',
	limits: { characters: 280, link: 23, warningInText: true, media: 4, alt: 1000 },
	url,
	leaves: (content) => LEFT.filter((name) => content[name] !== undefined),
	post,
};

function url(
	{ text, warning, card }: Content,
	{ replyTo, quote }: { replyTo?: PostUri; quote?: PostUri } = {},
): string {
	const words = withWarning(text, warning ?? '');
	const quoted = idOf(quote);
	const answered = idOf(replyTo);
	// A post at the end of the text is shown as a quote; a page that the text names already is not named twice.
	const link = quoted === undefined ? card?.url : `https://${HOST}/i/status/${quoted}`;
	const fields = [
		['text', words],
		...(link === undefined || words.includes(link) ? [] : [['url', link] as const]),
		...(answered === undefined ? [] : [['in_reply_to', answered] as const]),
	] as const;
	const query = fields.map(
		([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`,
	);
	return `https://${HOST}/intent/post?${query.join('&')}`;
}

function idOf(post: PostUri | undefined): string | undefined {
	return OWN.exec(post ?? '')?.[1];
}

function post(link: string): { key: PostUri; url: string } | undefined {
	const typed = link.trim();
	const whole = /^https?:\/\//i.test(typed) ? typed : `https://${typed}`;
	if (!URL.canParse(whole)) return undefined;
	const { hostname, pathname } = new URL(whole);
	const [, handle = 'i', id] = (HOSTS.test(hostname) && STATUS.exec(pathname)) || [];
	return id === undefined
		? undefined
		: { key: `tw:${id}`, url: `https://${HOST}/${handle}/status/${id}` };
}

/** Its window is all that any process needs. */
export const handing = { id: 'x', handOver } satisfies NetworkPart;

export const x: Network = {
	id: handing.id,
	handOver,
	// Nobody signs in there, so no address names a server of it.
	discover: async () => undefined,
	refresh: async ({ host }) => {
		throw new NetworkProblem('missing', host);
	},
};
