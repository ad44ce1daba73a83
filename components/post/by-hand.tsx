import type { PostUri } from '../../lib/model';
import { handedOverWith } from '../../lib/outbox';
import { useTexts } from '../shared/texts';
import { useLoad } from '../shared/use-load';
import { safeHref } from './runs';

/** Where the person posted it by hand besides: what is changed or deleted here stays there as it is. */
export function ByHand({ post }: { post: PostUri }) {
	const { t } = useTexts();
	const { value = [] } = useLoad(`by hand ${post}`, () => handedOverWith(post), ['deliveries']);
	return value.map(({ id, name, url }) => {
		const href = url === undefined ? undefined : safeHref(url);
		return (
			<p key={id}>
				{t('byHandToo', { name })}{' '}
				{href !== undefined && (
					<a href={href} target="_blank" rel="noopener noreferrer">
						{t('byHandOpen', { name })}
					</a>
				)}
			</p>
		);
	});
}
