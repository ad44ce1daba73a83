import type { Account, AccountUri, Text } from '../../lib/model';
import { blockServer, relate } from '../../lib/people';
import { useMe } from '../shared/me';
import { MenuItem } from '../shared/menu';
import { hrefs } from '../shared/route';
import { textOf } from '../shared/said';
import { useTexts } from '../shared/texts';

type AuthorItemsProps = {
	by: AccountUri;
	author: Account;
	/** Shows how it went. */
	say(text: Text): void;
	report(): void;
};

/** What one does with the author of a post, and with the author's server. */
export function AuthorItems({ by, author, say, report }: AuthorItemsProps) {
	const { t } = useTexts();
	const home = useMe().of(by)?.host;
	const handle = `@${author.handle}`;
	const host = author.handle.split('@')[1];
	const then = (work: Promise<unknown>, done: Text) => {
		work.then(
			() => say(done),
			(error: unknown) => {
				const text = textOf(error);
				if (!text) reportError(error);
				say(text ?? { key: 'actionFailed' });
			},
		);
	};
	const relation = (type: 'mute' | 'block', key: string) =>
		then(relate(by, author.key, { type, on: true }), { key, parameters: { handle } });
	return (
		<>
			<a class="menu-item" href={hrefs.person(author.key)}>
				{t('openPerson', { handle })}
			</a>
			{author.key !== by && (
				<>
					<MenuItem
						text={t('muteHandle', { handle })}
						act={() => relation('mute', 'mutedHandle')}
					/>
					<MenuItem
						text={t('blockHandle', { handle })}
						act={() => relation('block', 'blockedHandle')}
					/>
					{host && host !== home && (
						<MenuItem
							text={t('blockServerOf', { host })}
							act={() =>
								then(blockServer(by, host, true), { key: 'blockedServer', parameters: { host } })
							}
						/>
					)}
					<MenuItem text={t('reportPost')} act={report} />
				</>
			)}
		</>
	);
}
