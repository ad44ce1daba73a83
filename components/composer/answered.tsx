import type { PostUri, Text } from '../../lib/model';
import { readAccounts, readPosts } from '../../lib/store';
import type { Key } from '../../lib/texts';
import { useTexts } from '../shared/texts';
import { useLoad } from '../shared/use-load';
import { useAppHref } from './place';

/** As much as one needs to remember what it was. */
const MOST = 500;

const LABELS = {
	answer: (handle: string) => ({ key: 'answeredLabel', parameters: { handle } }),
	quote: (handle: string) => ({ key: 'quotedLabel', parameters: { handle } }),
	bring: (handle: string) => ({ key: 'broughtLabel', parameters: { handle } }),
} as const satisfies Readonly<Record<string, (handle: string) => Text>>;

const UNKNOWN = {
	answer: 'answeredUnknown',
	quote: 'quotedUnknown',
	bring: 'broughtUnknown',
} as const satisfies Readonly<Record<keyof typeof LABELS, Key>>;

/** The post that is answered, quoted or brought along, to be read while writing. */
export function Answered({ post, how }: { post: PostUri; how: keyof typeof LABELS }) {
	const { t, say } = useTexts();
	const app = useAppHref();
	const { value, ready } = useLoad(`answered ${post}`, () => read(post), ['posts', 'people']);
	if (!ready) return null;
	if (!value) return <p class="quiet">{t(UNKNOWN[how])}</p>;
	const { text, warning, handle } = value;
	const label = say(LABELS[how](handle));
	return (
		<article class="answered" aria-label={label}>
			<p class="answered-who">
				{label} <a {...app.post(post)}>{t('answeredOpen')}</a>
			</p>
			{warning ? (
				<details>
					<summary dir="auto">
						<bdi>{warning}</bdi>
					</summary>
					<p dir="auto">{text}</p>
				</details>
			) : (
				<p dir="auto">{text}</p>
			)}
		</article>
	);
}

async function read(key: PostUri) {
	const [row] = await readPosts([key]);
	if (!row) return undefined;
	const { author, content, warning } = row.post;
	const known = author === undefined ? undefined : (await readAccounts([author])).get(author);
	const { text } = content;
	return {
		text: text.length > MOST ? `${text.slice(0, MOST)} …` : text,
		warning,
		handle: known ? `@${known.handle}` : '?',
	};
}
