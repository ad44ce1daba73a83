import { useState } from 'preact/hooks';
import type { StoredPost, Text } from '../../lib/model';
import { useMe } from '../shared/me';
import { Menu } from '../shared/menu';
import { useTexts } from '../shared/texts';
import { onDemand } from '../shell/on-demand';

const BringItems = onDemand(async () => (await import('./bring-items')).BringItems);

/** Under a post of an archive of mine: the way back to a network. */
export function BringMenu({ stored }: { stored: StoredPost }) {
	const { t, say } = useTexts();
	const [said, setSaid] = useState<Text>();
	const { post, owner } = stored;
	const mine = owner !== undefined && (post.author === undefined || post.author === owner);
	if (!useMe().all?.length || !mine || post.repostOf || post.liked) return null;
	return (
		<>
			<Menu faceClass="icon-button icon ellipsis" label={t('broughtArchive')}>
				<BringItems stored={stored} say={setSaid} />
			</Menu>
			{said && (
				<span class="action-said" role="status">
					{say(said)}
				</span>
			)}
		</>
	);
}
