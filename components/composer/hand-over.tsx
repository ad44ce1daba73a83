import { useState } from 'preact/hooks';
import type { FromBackground } from '../../lib/messages';
import type { Delivery } from '../../lib/model';
import { confirmHandedOver, handOverAddress, step } from '../../lib/outbox';
import { safeHref } from '../post/runs';
import { useTexts } from '../shared/texts';
import { useLoad } from '../shared/use-load';
import { HandOverFiles, isPicture, useCopying } from './hand-over-files';

type HandOverProps = { delivery: Delivery; ask(asked: Promise<FromBackground>): void };

/** What goes by a window of the network's own: the person opens it, posts there, and says so here. */
export function HandOver({ delivery, ask }: HandOverProps) {
	const { id, state, needs, name, content } = delivery;
	const copying = useCopying(name);
	if (needs !== 'hand-over' && state !== 'handed-over') return null;
	const { media = [] } = content ?? {};
	const first = media.find(isPicture);
	return (
		<>
			{needs === 'hand-over' && (
				<OpenWindow
					id={id}
					name={name}
					ask={ask}
					{...(first ? { copy: () => copying.copy(first, 1) } : {})}
				/>
			)}
			{media.length > 0 && <HandOverFiles media={media} name={name} copying={copying} />}
			{state === 'handed-over' && <Posted id={id} ask={ask} />}
		</>
	);
}

type OneProps = { id: string; ask: HandOverProps['ask'] };
/** `copy`: puts on the clipboard what is to be pasted there, and says whether it is. */
type OpenProps = OneProps & { name: string; copy?(): Promise<boolean> };

function OpenWindow({ id, name, ask, copy }: OpenProps) {
	const { t } = useTexts();
	const [without, setWithout] = useState(false);
	const first = without ? undefined : copy;
	const { value } = useLoad(`window ${id}`, () => handOverAddress(id));
	const href = value === undefined ? undefined : safeHref(value);
	if (href === undefined) return null;
	return (
		<a
			class="button primary"
			href={href}
			target="_blank"
			rel="noopener noreferrer"
			onClick={(event) => {
				if (!first) {
					ask(step(id, 'opened'));
					return;
				}
				// A page that is not looked at any more may not write to the clipboard.
				event.preventDefault();
				first()
					.then((copied) => {
						setWithout(!copied);
						if (!copied) return;
						ask(step(id, 'opened'));
						open(href, '_blank', 'noopener,noreferrer');
					})
					.catch(reportError);
			}}
		>
			{t(first ? 'handOverCopyAndOpen' : 'handOverOpen', { name })}
		</a>
	);
}

/** With the link the post joins the history; without it only the word of the person is kept. */
function Posted({ id, ask }: OneProps) {
	const { t } = useTexts();
	const [link, setLink] = useState('');
	const pasted = link.trim();
	return (
		<form
			class="handed-over"
			onSubmit={(event) => {
				event.preventDefault();
				ask(confirmHandedOver(id, pasted === '' ? undefined : pasted));
			}}
		>
			<label>
				{t('pasteTheLink')}
				<input
					type="url"
					autocomplete="off"
					value={link}
					onInput={(event) => setLink(event.currentTarget.value)}
				/>
			</label>
			<button type="submit" class="button">
				{t('iPostedIt')}
			</button>
			<button type="button" class="link-button" onClick={() => ask(step(id, 'cancel'))}>
				{t('iDidNotPost')}
			</button>
		</form>
	);
}
