import type { Person } from './model';
import type { Traits } from './traits';

const TOKENS =
	/(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]])|(?<![\p{L}\p{N}_/])@([A-Za-z0-9_.-]*[A-Za-z0-9_])(?:@([A-Za-z0-9.:-]*[A-Za-z0-9]))?|(?<![\p{L}\p{N}_/&])#([\p{L}\p{N}_]*\p{L}[\p{L}\p{N}_]*)/gu;

export type Found = { mentions: Person[]; tags: string[]; urls: string[]; html: string };

/**
 * Turns what somebody typed into the HTML that a program renders of it, and says whom and what it names.
 * `who` finds a person by name and host (undefined host: here).
 */
export function render(
	text: string,
	style: Traits['html'],
	origin: string,
	who: (username: string, host: string | undefined) => Person | undefined,
): Found {
	const found = { mentions: [] as Person[], tags: [] as string[], urls: [] as string[] };
	const show = ([whole, url, name, host, tag]: RegExpMatchArray): string => {
		if (url) found.urls.push(url);
		else if (tag) found.tags.push(tag);
		if (url) return link(url, style);
		if (tag) return hashtag(tag, style, origin);
		const person = who(name ?? '', host);
		if (!person) return escapeHtml(whole);
		found.mentions.push(person);
		return mention(person, style);
	};
	const inline = (part: string): string => {
		let [out, from] = ['', 0];
		for (const match of part.matchAll(TOKENS)) {
			out += escapeHtml(part.slice(from, match.index)) + show(match);
			from = match.index + match[0].length;
		}
		return out + escapeHtml(part.slice(from));
	};
	const paragraphs = text
		.replaceAll('\r\n', '\n')
		.trim()
		.split(/\n{2,}/);
	return { ...found, html: text.trim() === '' ? '' : wrap(paragraphs.map(inline), style) };
}

export function escapeHtml(text: string): string {
	return text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
}

function wrap(paragraphs: string[], style: Traits['html']): string {
	const [brk, apart] = [style === 'pleroma' || style === 'snac' ? '<br>' : '<br />', '\n'];
	if (style === 'pleroma') return paragraphs.join('\n\n').replaceAll(apart, brk);
	if (style === 'snac') return paragraphs.join('\n\n').replaceAll(apart, brk);
	if (style === 'gotosocial') {
		return paragraphs.map((part) => `<p>${part.replaceAll(apart, '<br>')}</p>`).join('');
	}
	return paragraphs.map((part) => `<p>${part.replaceAll(apart, brk)}</p>`).join('');
}

function mention(person: Person, style: Traits['html']): string {
	const [url, name] = [escapeHtml(person.url), escapeHtml(person.username)];
	switch (style) {
		case 'gotosocial':
			return `<span class="h-card"><a href="${url}" class="u-url mention" rel="nofollow noreferrer noopener" target="_blank">@<span>${name}</span></a></span>`;
		case 'pleroma':
			return `<span class="h-card"><a class="u-url mention" data-user="${person.id}" href="${url}" rel="ugc">@<span>${name}</span></a></span>`;
		case 'pixelfed':
			return `<a class="u-url mention" href="${url}" rel="external nofollow noopener" target="_blank">@${name}</a>`;
		case 'snac':
			return `<a href="${url}" class="u-url mention">@${name}</a>`;
		case 'hollo':
			return `<a translate="no" class="h-card u-url mention" target="_blank" href="${url}">@<span>${name}</span></a>`;
		case 'mastodon':
			return `<span class="h-card" translate="no"><a href="${url}" class="u-url mention">@<span>${name}</span></a></span>`;
	}
}

function hashtag(tag: string, style: Traits['html'], origin: string): string {
	const lower = encodeURIComponent(tag.toLowerCase());
	switch (style) {
		case 'gotosocial':
			return `<a href="${origin}/tags/${lower}" class="mention hashtag" rel="tag nofollow noreferrer noopener" target="_blank">#<span>${tag}</span></a>`;
		case 'pleroma':
			return `<a class="hashtag" data-tag="${lower}" href="${origin}/tag/${lower}" rel="tag ugc">#${tag}</a>`;
		case 'pixelfed':
			return `<a href="${origin}/discover/tags/${lower}?src=hash" title="#${tag}" class="u-url hashtag" rel="external nofollow noopener">#${tag}</a>`;
		case 'snac':
			return `<a href="${origin}?t=${lower}" class="mention hashtag" rel="tag">#${tag}</a>`;
		case 'hollo':
		case 'mastodon':
			return `<a href="${origin}/tags/${lower}" class="mention hashtag" rel="tag">#<span>${tag}</span></a>`;
	}
}

/** Mastodon hides the scheme and what is beyond 30 characters in spans; others show the address. */
function link(url: string, style: Traits['html']): string {
	const href = escapeHtml(url);
	if (style === 'pleroma') return `<a href="${href}" rel="ugc">${href}</a>`;
	if (style === 'snac') return `<a href="${href}" target="_blank">${href}</a>`;
	if (style === 'pixelfed') {
		return `<a href="${href}" rel="external nofollow noopener" target="_blank">${href}</a>`;
	}
	if (style === 'gotosocial') {
		return `<a href="${href}" rel="nofollow noreferrer noopener" target="_blank">${href}</a>`;
	}
	if (style === 'hollo') return `<a href="${href}">${href}</a>`;
	const scheme = /^https?:\/\/(www\.)?/.exec(url)?.[0] ?? '';
	const shown = url.slice(scheme.length, scheme.length + 30);
	const rest = url.slice(scheme.length + 30);
	const cut = rest === '' ? '' : 'ellipsis';
	return `<a href="${href}" target="_blank" rel="nofollow noopener" translate="no"><span class="invisible">${scheme}</span><span class="${cut}">${escapeHtml(shown)}</span><span class="invisible">${escapeHtml(rest)}</span></a>`;
}
