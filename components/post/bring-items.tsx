import type { StoredPost, TargetKey, Text } from '../../lib/model';
import { bring, mayBring, targets } from '../../lib/outbox';
import { useMe } from '../shared/me';
import { hrefs } from '../shared/route';
import { textOf } from '../shared/said';
import { useTexts } from '../shared/texts';
import { useLoad } from '../shared/use-load';
import { mayCarry } from './may';

type BringItemsProps = {
	stored: StoredPost;
	/** Shows why it was refused. */
	say(text: Text): void;
};

/** Ways to other networks for a post: each begins a draft there, and sends nothing. */
export function BringItems({ stored, say: show }: BringItemsProps) {
	const { t, say } = useTexts();
	const me = useMe();
	const { value = [], error } = useLoad('targets', targets, ['sessions']);
	if (error !== undefined) throw error;
	if (!mayBring(stored)) return null;
	const { author, owner } = stored;
	const isMine = owner !== undefined || me.of(stored.post.author) !== undefined;
	const closed: Text | undefined = mayCarry(stored, isMine)
		? undefined
		: { key: 'normBringClosed', parameters: { handle: author ? `@${author.handle}` : '?' } };
	const others = value.filter(({ network }) => network !== stored.post.network);
	const go = async (target: TargetKey) => {
		const made = await bring(stored, target);
		if ('refused' in made) show(made.refused);
		else location.hash = hrefs.compose({ draft: made.draft });
	};
	return (
		<>
			{others.map(({ key, name, window }) => (
				<button
					key={key}
					type="button"
					class="menu-item"
					aria-disabled={closed !== undefined}
					title={closed && say(closed)}
					onClick={() =>
						closed
							? show(closed)
							: go(key).catch((error: unknown) => {
									const text = textOf(error);
									if (!text) reportError(error);
									show(text ?? { key: 'bringFailed' });
								})
					}
				>
					{t('bringTo', { name: window ? name : `@${name}` })}
				</button>
			))}
		</>
	);
}
