import { useState } from 'preact/hooks';
import { excerpt } from './excerpt';
import type { Worded } from './rule-language';
import { useTexts } from './texts';

type ForeignWordsProps = Worded & {
	/** Where it stands. */
	source?: string | undefined;
};

/**
 * What a server, its staff or a stranger says, in their words and language: in a frame that none of our own lines has,
 * whatever marks and line breaks they write. Long ones open at a press; behind a translation of theirs is the original.
 */
export function ForeignWords({ source, original, ...theirs }: ForeignWordsProps) {
	const { t } = useTexts();
	const [whole, setWhole] = useState(false);
	const [turned, setTurned] = useState(false);
	const { words, more, lang } = original && turned ? original : theirs;
	const all = [words, ...(more === undefined ? [] : [more])];
	const isLong = all.some((one) => excerpt(one) !== undefined);
	return (
		<>
			{/* An empty language is an unknown one: it is not that of the page. */}
			<blockquote class="foreign" cite={source} lang={lang ?? ''}>
				{all.map((one, at) => {
					const beginning = whole ? undefined : excerpt(one);
					return (
						<p key={at} dir="auto">
							{beginning === undefined ? one : `${beginning} …`}
						</p>
					);
				})}
			</blockquote>
			{original && (
				<p class="quiet foreign-turn">
					{t(turned ? 'foreignOriginal' : 'foreignTranslated')}{' '}
					<button type="button" class="link-button" onClick={() => setTurned(!turned)}>
						{t(turned ? 'foreignShowTranslated' : 'translationOriginal')}
					</button>
				</p>
			)}
			{isLong && (
				<button
					type="button"
					class="link-button"
					aria-expanded={whole}
					onClick={() => setWhole(!whole)}
				>
					{t(whole ? 'showLess' : 'showAll')}
				</button>
			)}
		</>
	);
}
