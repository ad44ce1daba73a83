/** Plausible HTML of posts as Mastodon and its relatives deliver it, the same for a number. */
export function postHtml(i: number): string {
	const word = (n: number) =>
		WORDS[Math.imul(i * 31 + n, 2_654_435_761) % WORDS.length] ?? WORDS[0];
	const words = (from: number, n: number) =>
		Array.from({ length: n }, (_, k) => word(from + k)).join(' ');
	const parts: string[] = [];
	if (i % 3 === 0) parts.push(mention(`${word(1)}${i % 97}`));
	parts.push(words(2, 6 + (i % 23)));
	if (i % 4 === 1) parts.push(link(`example.org/${word(3)}/${i}/${word(4)}-${word(5)}?utm=${i}`));
	if (i % 11 === 0) parts.push('R&amp;D isn&#39;t &lt;easy&gt;');
	if (i % 13 === 0) parts.push(`<strong>${words(7, 2)}</strong> <em>${words(9, 3)}</em>`);
	if (i % 5 === 0) parts.push(`<br />${words(11, 9)}`);
	const paragraphs = [`<p>${parts.join(' ')}</p>`];
	if (i % 2 === 0) paragraphs.push(`<p>${words(30, 10 + (i % 17))}</p>`);
	if (i % 29 === 0) {
		paragraphs.push(`<blockquote><p>${words(50, 8)}</p></blockquote>`);
		paragraphs.push(`<ul><li>${words(60, 3)}</li><li>${words(63, 4)}</li></ul>`);
	}
	if (i % 6 === 0) paragraphs.push(`<p>${tag(word(80))} ${tag(word(81))} ${tag(word(82))}</p>`);
	return paragraphs.join('');
}

function mention(name: string): string {
	return (
		'<span class="h-card" translate="no"><a href="https://town.example/@' +
		`${name}" class="u-url mention" rel="nofollow noopener" target="_blank">@<span>${name}</span></a></span>`
	);
}

function link(address: string): string {
	return (
		`<a href="https://${address}" rel="nofollow noopener" translate="no" target="_blank">` +
		`<span class="invisible">https://</span><span class="ellipsis">${address.slice(0, 30)}</span>` +
		`<span class="invisible">${address.slice(30)}</span></a>`
	);
}

function tag(name: string): string {
	return (
		`<a href="https://town.example/tags/${name}" class="mention hashtag" rel="tag nofollow noopener" ` +
		`target="_blank">#<span>${name}</span></a>`
	);
}

const WORDS: readonly [string, ...string[]] = [
	'the',
	'a',
	'river',
	'was',
	'quiet',
	'today',
	'and',
	'we',
	'walked',
	'along',
	'it',
	'until',
	'evening',
	'Straße',
	'naïve',
	'library',
	'open',
	'source',
	'garden',
	'train',
	'to',
	'of',
	'morning',
	'tea',
	'why',
	'does',
	'nobody',
	'mention',
	'that',
	'bread',
	'accessibility',
	'archive',
	'ねこ',
	'🌳',
	'👩‍👩‍👧',
	'because',
	'when',
	'slowly',
	'in',
];
