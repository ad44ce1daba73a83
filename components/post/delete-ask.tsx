import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { FromBackground } from '../../lib/messages';
import type { AccountUri, StoredPost, Text } from '../../lib/model';
import { draftAgain, madeWith, remove, removeEverywhere } from '../../lib/outbox';
import { useMe } from '../shared/me';
import { hrefs } from '../shared/route';
import { useTexts } from '../shared/texts';
import { useLoad } from '../shared/use-load';
import { ByHand } from './by-hand';

type DeleteAskProps = {
	stored: StoredPost;
	by: AccountUri;
	/** `again`: its words become a draft. */
	how: 'delete' | 'again';
	close(): void;
};

/** Asks once, where the post stands, and says where it would be gone. */
export function DeleteAsk({ stored, by, how, close }: DeleteAskProps) {
	const { t, say, list } = useTexts();
	const { key, media = [], poll } = stored.post;
	const id = useId();
	const first = useRef<HTMLButtonElement>(null);
	const [refused, setRefused] = useState<Text>();
	const host = useMe().of(by)?.host ?? '';
	const { value: made } = useLoad(`made ${key}`, () => madeWith(key), ['deliveries']);
	const ready = made !== undefined;
	useEffect(() => {
		if (ready) first.current?.focus();
	}, [ready]);
	if (!made) return null;
	const draft = made[0]?.draft;
	const hosts = [...new Set(made.map((one) => one.host))];
	const act = async (deleting: () => Promise<FromBackground>) => {
		const kept = how === 'again' ? await draftAgain(stored, by) : undefined;
		const said = await deleting();
		if ('refused' in said) setRefused(said.refused);
		else close();
		if (kept !== undefined) location.hash = hrefs.compose({ draft: kept });
	};
	const press = (deleting: () => Promise<FromBackground>) => {
		act(deleting).catch((error: unknown) => {
			setRefused({ key: 'actionFailed' });
			reportError(error);
		});
	};
	const loses = how === 'again' && (media.length > 0 || poll !== undefined);
	return (
		// biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
		<div
			class="delete-ask"
			role="group"
			aria-labelledby={id}
			onKeyDown={(event) => {
				if (event.key !== 'Escape') return;
				event.stopPropagation();
				close();
			}}
		>
			<p id={id}>
				{t(how === 'again' ? 'deleteAgainAsk' : 'deleteAsk', { host })}{' '}
				{loses && t('deleteAgainLoses')}
				{made.length > 1 && t('deleteWentTo', { hosts: list(hosts) })}
			</p>
			<ByHand post={key} />
			<p class="delete-ways">
				<button
					ref={first}
					type="button"
					class="button"
					onClick={() => press(() => remove([{ by, post: key }]))}
				>
					{t('deleteHere')}
				</button>
				{draft !== undefined && made.length > 1 && (
					<button type="button" class="button" onClick={() => press(() => removeEverywhere(draft))}>
						{t('deleteEverywhere')}
					</button>
				)}
				<button type="button" class="link-button" onClick={close}>
					{t('cancel')}
				</button>
			</p>
			{refused && (
				<p class="problem-line" role="alert">
					{say(refused)}
				</p>
			)}
		</div>
	);
}
