import { Bookmark, Heart } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import type { StoredPost } from '../../lib/model';
import { useTexts } from '../shared/texts';
import type { Reaction } from './use-reaction';

type ActionsProps = { stored: StoredPost; reaction: Reaction };

/** What one can do with a post of a network, with the counts of it. */
export function Actions({ stored: { post, views = [] }, reaction: { by, react } }: ActionsProps) {
	const { t } = useTexts();
	const view = views.find((one) => one.by === by);
	const favourited = view?.favourited ?? false;
	const bookmarked = view?.bookmarked ?? false;
	return (
		<>
			<Toggle
				name={t('favourite')}
				count={post.counts?.likes}
				on={favourited}
				action="favourite"
				press={() => react({ type: 'favourite', on: !favourited })}
			>
				<Heart {...ICON} />
			</Toggle>
			<Toggle
				name={t('bookmark')}
				on={bookmarked}
				action="bookmark"
				press={() => react({ type: 'bookmark', on: !bookmarked })}
			>
				<Bookmark {...ICON} />
			</Toggle>
		</>
	);
}

const ICON = { size: 16, strokeWidth: 1.75, 'aria-hidden': 'true' } as const;

type ToggleProps = {
	name: string;
	count?: number | undefined;
	on: boolean;
	/** For the keys that press it. */
	action: string;
	press(): void;
	children: ComponentChildren;
};

function Toggle({ name, count = 0, on, action, press, children }: ToggleProps) {
	const { number } = useTexts();
	return (
		<button
			type="button"
			class="action"
			data-action={action}
			aria-pressed={on}
			aria-label={name}
			title={name}
			onClick={press}
		>
			{children}
			{count > 0 && <span aria-hidden="true">{number(count)}</span>}
		</button>
	);
}
