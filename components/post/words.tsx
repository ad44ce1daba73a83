import { useState } from 'preact/hooks';
import type { StoredPost, Translation } from '../../lib/model';
import { translator } from '../../lib/timeline';
import { useMe } from '../shared/me';
import { useTexts } from '../shared/texts';
import { useOpened } from '../shared/use-opened';
import { onDemand } from '../shell/on-demand';
import { PostText } from './text';

const Translating = onDemand(async () => (await import('./translating')).Translating);

type WordsProps = { stored: StoredPost; id: string; whole: boolean | undefined };

/** The words of a post, or in their place what the server made of them in the language of the person. */
export function Words({ stored, id, whole }: WordsProps) {
	const { language } = useTexts();
	const me = useMe();
	const [made, setMade] = useState<{ of: string; translation: Translation | undefined }>();
	const { post, views } = stored;
	const { content } = post;
	const unfolding = useOpened('unfolded', post.key);
	const read = [language, ...navigator.languages];
	const by = views && translator(post, views, me.all ?? [], read);
	const shown = made?.of === content.text ? made.translation : undefined;
	const show = (translation: Translation | undefined) => setMade({ of: content.text, translation });
	return (
		<>
			<PostText
				content={shown?.content ?? content}
				id={id}
				language={shown?.to ?? post.language}
				emojis={post.emojis}
				live={views !== undefined}
				whole={whole}
				unfolding={unfolding}
			/>
			{by !== undefined && <Translating key={content.text} {...{ stored, by, shown, show }} />}
		</>
	);
}
