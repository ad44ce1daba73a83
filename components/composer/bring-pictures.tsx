import { useState } from 'preact/hooks';
import type { Medium, Named, PostUri } from '../../lib/model';
import { wholePicture } from '../../lib/pictures';
import { readPosts } from '../../lib/store';
import { useTexts } from '../shared/texts';
import { useLoad } from '../shared/use-load';
import type { Files } from './use-files';
import type { Venues } from './use-venues';

type BringProps = {
	post: PostUri;
	venues: Venues;
	files: Files;
	/** The pictures are in the draft now: the words for them are not needed in its text. */
	brought(): void;
};

/**
 * Pictures of a post that is brought elsewhere: only at a press, from where its network has them, and only where its
 * author lets it be carried. Else the link leads to them.
 */
export function BringPictures({ post, venues, files, brought }: BringProps) {
	const { t } = useTexts();
	const { value } = useLoad(`pictures ${post}`, () => picturesOf(post), ['posts']);
	const [state, setState] = useState<'idle' | 'working' | 'closed' | 'done'>('idle');
	const [first] = value ?? [];
	if (!value || !first || state === 'done') return null;
	const { host } = new URL(first.remote);
	const sources = [...venues.values()].flatMap(({ source }) => source ?? []);
	const mayCarry = sources.length > 0 && sources.every(mayBeCarried);
	const bring = async () => {
		setState('working');
		const found: { file: File; alt: string | undefined }[] = [];
		for (const { remote, alt } of value) {
			const picture = await wholePicture(remote);
			if (picture) found.push({ file: new File([picture], nameOf(remote), picture), alt });
		}
		files.add(
			found.map(({ file }) => file),
			found.map(({ alt }) => alt),
		);
		if (found.length === value.length) brought();
		setState(found.length === value.length ? 'done' : 'closed');
	};
	return (
		<p class="quiet" role="status">
			{state === 'closed' && t('bringPicturesClosed', { host })}
			{state === 'working' && t('bringPicturesWorking', { host })}
			{state === 'idle' && (
				<>
					{t('bringPicturesLinked')}{' '}
					{mayCarry && (
						<button
							type="button"
							class="link-button"
							onClick={() => {
								bring().catch((error: unknown) => {
									setState('closed');
									reportError(error);
								});
							}}
						>
							{t('bringPictures', { count: value.length })}
						</button>
					)}
				</>
			)}
		</p>
	);
}

/** My own, and those that may be found and copied for all that is known; without a visibility a post is public. */
function mayBeCarried({ own, carrying, quoting, visibility = 'public' }: Named): boolean {
	return own === true || (carrying === 'open' && quoting !== 'no' && visibility === 'public');
}

type Picture = Medium & { remote: string };

async function picturesOf(post: PostUri): Promise<readonly Picture[]> {
	const [row] = await readPosts([post]);
	return (row?.post.media ?? []).filter(
		(one): one is Picture => one.type === 'image' && one.remote !== undefined,
	);
}

function nameOf(url: string): string {
	return new URL(url).pathname.split('/').at(-1) || 'picture';
}
