import { type Answer, ok, Refusal, recordNotFound } from '../http/route';
import type { Post, World } from '../model';

/** Languages that the service translates from. */
const FROM = ['de', 'fr', 'nl'];

const HOSTILE = {
	content:
		'<p>Words <b onclick="hacked()">and</b> <a href="https://example.org/good">a link</a></p>' +
		'<script>window.hacked=1</script><img src=x onerror="hacked()">' +
		'<a href="javascript:hacked()">astray</a><iframe srcdoc="<script>hacked()</script>"></iframe>',
	spoiler_text: '<img src=x onerror=hacked()>',
	provider: '<svg/onload=hacked()>Evil\u202e',
	detected_source_language: '"><script>hacked()</script>',
	language: 5,
};

/** As Mastodon does it: TranslateStatusService and its controller. The "translation" names both languages. */
export function translated(world: World, post: Post, lang = 'en'): Answer {
	const { translation } = world.traits;
	if (translation === undefined) throw recordNotFound();
	const isSeen = post.visibility === 'public' || post.visibility === 'unlisted';
	if (!isSeen || !FROM.includes(post.language ?? ''))
		throw new Refusal(403, 'not translatable', { json: { error: 'This action is not allowed' } });
	if (translation === 'exhausted') {
		const error = 'The server-wide usage quota for the translation service has been exceeded';
		throw new Refusal(503, error, { json: { error } });
	}
	if (translation === 'hostile') return ok(HOSTILE);
	const way = `[${post.language} to ${lang}]`;
	return ok({
		content: post.html.replace(/^<p>/, `<p>${way} `),
		spoiler_text: post.spoiler && `${way} ${post.spoiler}`,
		media_attachments: [],
		poll: null,
		detected_source_language: post.language,
		language: lang,
		provider: 'Lingua Libre',
	});
}
