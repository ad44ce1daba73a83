import { expect, test } from 'vitest';
import { type HtmlOptions, htmlToRichText } from './html';

/** What each kind of server sends for a post, in its own shapes: own words, nobody's post. */
type Sample = {
	server: string;
	html: string;
	options?: HtmlOptions;
	text: string;
	facets: [string, string][];
};

const mentions = [{ url: 'https://town.example/@maria', handle: 'maria@town.example' }];

const SAMPLES: Sample[] = [
	{
		server: 'Mastodon',
		html:
			'<p><span class="h-card" translate="no"><a href="https://town.example/@maria" class="u-url mention" ' +
			'rel="nofollow noopener" target="_blank">@<span>maria</span></a></span> see <a ' +
			'href="https://www.example.org/reports/2024/trees?lang=en" rel="nofollow noopener" translate="no" ' +
			'target="_blank"><span class="invisible">https://www.</span><span class="ellipsis">' +
			'example.org/reports/2024/trees</span><span class="invisible">?lang=en</span></a></p><p>' +
			'<a href="https://town.example/tags/trees" class="mention hashtag" rel="tag">#<span>trees</span></a> ' +
			':blobcat:</p>',
		options: { mentions },
		text: '@maria see www.example.org/reports/2024/trees?lang=en\n\n#trees :blobcat:',
		facets: [
			['@maria', 'maria@town.example'],
			[
				'www.example.org/reports/2024/trees?lang=en',
				'https://www.example.org/reports/2024/trees?lang=en',
			],
			['#trees', 'trees'],
		],
	},
	{
		server: 'Mastodon 4.5, a quote',
		html:
			'<p class="quote-inline">RE: <a href="https://town.example/@maria/1"><span class="invisible">https://' +
			'</span><span class="">town.example/@maria/1</span><span class="invisible"></span></a></p>' +
			'<p>This &amp; that&#39;s all</p>',
		options: { dropQuoteInline: true },
		text: "This & that's all",
		facets: [],
	},
	{
		server: 'GoToSocial, Markdown',
		html:
			'<p>Hello <span class="h-card"><a href="https://town.example/@maria" class="u-url mention" ' +
			'rel="nofollow noreferrer noopener" target="_blank">@<span>maria</span></a></span></p><blockquote>' +
			'<p>said so</p></blockquote><ol><li><p>one</p></li><li><p>two <code>x&lt;y</code></p></li></ol>' +
			'<pre><code class="language-go">if a {\n\treturn\n}\n</code></pre><p>' +
			'<a href="https://gts.example/tags/go" class="mention hashtag" rel="tag nofollow noreferrer noopener" ' +
			'target="_blank">#<span>go</span></a></p>',
		options: { mentions },
		text: 'Hello @maria\n\n> said so\n\n1. one\n2. two x<y\n\nif a {\n\treturn\n}\n\n#go',
		facets: [
			['@maria', 'maria@town.example'],
			['x<y', 'code'],
			['if a {\n\treturn\n}', 'code'],
			['#go', 'go'],
		],
	},
	{
		server: 'Pleroma and Akkoma',
		html:
			'<span class="h-card"><a class="u-url mention" data-user="9kX" href="https://town.example/@maria" ' +
			'rel="ugc">@<span>maria</span></a></span> first<br/>second <a class="hashtag" data-tag="alt" ' +
			'href="https://pl.example/tag/alt" rel="tag ugc">#Alt</a><br><span class="quote-inline"><br/><br/>' +
			'<bdi>RT:</bdi> <a href="https://pl.example/notice/9">https://pl.example/notice/9</a></span>',
		options: { mentions, dropQuoteInline: true },
		text: '@maria first\nsecond #Alt',
		facets: [
			['@maria', 'maria@town.example'],
			['#Alt', 'Alt'],
		],
	},
	{
		server: 'Pixelfed',
		html:
			'Morning <a href="https://pix.example/discover/tags/fog?src=hash" title="#fog" class="u-url hashtag" ' +
			'rel="external nofollow noopener">#fog</a> by <a class="u-url mention" ' +
			'href="https://town.example/@maria" rel="external nofollow noopener" target="_blank">@maria</a><br />\n' +
			'<a class="u-url list-slug" href="https://pix.example/i/1" rel="external nofollow noopener">pix.example/i/1</a>',
		options: { mentions },
		text: 'Morning #fog by @maria\npix.example/i/1',
		facets: [
			['#fog', 'fog'],
			['@maria', 'maria@town.example'],
			['pix.example/i/1', 'https://pix.example/i/1'],
		],
	},
	{
		server: 'Hollo',
		html:
			'<p>Hi <a  translate="no" class="h-card u-url mention" target="_blank" ' +
			'href="https://town.example/@maria">@<span>maria@town.example</span></a>, <strong>bold</strong> ' +
			'<em>slanted</em> <s>gone</s></p>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n',
		options: { mentions },
		text: 'Hi @maria@town.example, bold slanted gone\n\n• a\n• b',
		facets: [
			['@maria@town.example', 'maria@town.example'],
			['bold', 'bold'],
			['slanted', 'italic'],
			['gone', 'strike'],
		],
	},
	{
		server: 'snac',
		html:
			'<p><a href="https://town.example/@maria" class="u-url mention">@maria</a> look: ' +
			'<a href="https://example.org/a_b" target="_blank">https://example.org/a_b</a> ' +
			'<a href="https://snac.example?t=walks" class="mention hashtag" rel="tag">#walks</a><br>' +
			'<img src="https://snac.example/e.png" style="height: 2em" class="snac-emoji" alt=":tree:"/></p>\n',
		options: { mentions },
		text: '@maria look: example.org/a_b #walks\n:tree:',
		facets: [
			['@maria', 'maria@town.example'],
			['example.org/a_b', 'https://example.org/a_b'],
			['#walks', 'walks'],
		],
	},
	{
		server: 'Misskey',
		html:
			'<p><a href="https://town.example/@maria" class="u-url mention">@maria@town.example</a> ' +
			'<span>hello<br>there<br><br></span><i>quiet</i> <a href="https://mk.example/tags/art" rel="tag">#art</a> ' +
			'\u200b:neko:\u200b<br><br>RE: <a href="https://mk.example/notes/9">https://mk.example/notes/9</a></p>',
		options: { mentions },
		text: '@maria@town.example hello\nthere\n\nquiet #art \u200b:neko:\u200b\n\nRE: mk.example/notes/9',
		facets: [
			['@maria@town.example', 'maria@town.example'],
			['quiet', 'italic'],
			['#art', 'art'],
			['mk.example/notes/9', 'https://mk.example/notes/9'],
		],
	},
	{
		server: 'Lemmy',
		html:
			'<h2>News</h2>\n<p>Ask <a href="https://town.example/@maria" rel="nofollow">@maria@town.example</a> in ' +
			'<a href="https://lemmy.example/c/trees">!trees@lemmy.example</a></p>\n<table>\n<thead>\n<tr>\n' +
			'<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n<td>2</td>\n</tr>\n</tbody>\n' +
			'</table>\n<p><img src="https://lemmy.example/p.webp" alt="an oak"></p>\n',
		options: { mentions },
		text: 'News\n\nAsk @maria@town.example in !trees@lemmy.example\n\na\tb\n1\t2\n\n[an oak]',
		facets: [
			['News', 'bold'],
			['@maria@town.example', 'maria@town.example'],
			['!trees@lemmy.example', 'https://lemmy.example/c/trees'],
		],
	},
];

test.each(SAMPLES)('reads a post of $server', ({ html, options, text, facets }) => {
	const rich = htmlToRichText(html, options);
	expect(rich.text).toBe(text);
	const found = (rich.facets ?? []).map((facet) => {
		const words = rich.text.slice(facet.start, facet.end);
		if (facet.type === 'link') return [words, facet.href];
		if (facet.type === 'mention') return [words, facet.handle];
		return [words, facet.type === 'tag' ? facet.tag : facet.type];
	});
	expect(found).toEqual(facets);
});
