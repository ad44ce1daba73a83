import { useState } from 'preact/hooks';
import type { FromBackground } from '../../lib/messages';
import type { Delivery, DeliveryState, Text } from '../../lib/model';
import { reopen, step, wordsOf } from '../../lib/outbox';
import type { Key } from '../../lib/texts';
import { safeHref } from '../post/runs';
import { useTexts } from '../shared/texts';
import { When } from '../shared/when';
import { HandOver } from './hand-over';
import { useAppHref } from './place';
import { Decisions, Questions } from './questions';
import { waysOf } from './ways';

type WentItemProps = {
	delivery: Delivery;
	/** The draft is to be gone on with. */
	opened(draft: string): void;
	/** Says when it was asked for: nothing around it does. */
	timed?: boolean;
};

/** One target: how it stands, what is safe, what to do. */
export function WentItem({ delivery, opened, timed = false }: WentItemProps) {
	const { t, say } = useTexts();
	const [refused, setRefused] = useState<Text>();
	const { id, state, problem, thread, draft, createdAt } = delivery;
	/** Shows why something could not be done; nothing when it was. */
	const ask = (asked: Promise<FromBackground>) => {
		setRefused(undefined);
		asked.then((said) => setRefused('refused' in said ? said.refused : undefined), reportError);
	};
	const app = useAppHref();
	const link = linkOf(delivery, app);
	// What is asked about can be mended too.
	const isStopped = state === 'failed' || delivery.needs === 'answer';
	return (
		<li class={`went-item ${state}`} data-target={nameOf(delivery)} data-state={state}>
			<p>
				<b>
					<bdi>{nameOf(delivery)}</bdi>
				</b>{' '}
				<span class="went-state">{t(stateOf(delivery))}</span>
				{timed && (
					<>
						{' '}
						<span class="quiet">
							<When at={createdAt} />
						</span>
					</>
				)}
				{thread.of > 1 && ` ${t('wentOfThread', { at: thread.at + 1, of: thread.of })}`}
				{link && (
					<>
						{' '}
						<a {...link}>{t('wentOpen')}</a>
					</>
				)}
			</p>
			<p>{say(wordsOf(delivery, Date.now()))}</p>
			{problem && state !== 'sent' && <p class="quiet">{say(problem)}</p>}
			{delivery.needs === 'answer' && <Questions delivery={delivery} ask={ask} />}
			<Decisions delivery={delivery} ask={ask} />
			<HandOver delivery={delivery} ask={ask} />
			<div class="verdict-ways">
				{waysOf(delivery, Date.now()).map(({ text, does }) => (
					<button key={text} type="button" class="link-button" onClick={() => ask(step(id, does))}>
						{t(text)}
					</button>
				))}
				<SignIn delivery={delivery} />
				{isStopped && draft !== undefined && thread.at === 0 && (
					<button
						type="button"
						class="link-button"
						onClick={() =>
							ask(
								reopen(draft).then((said) => {
									if ('done' in said) opened(draft);
									return said;
								}),
							)
						}
					>
						{t('openTheDraft')}
					</button>
				)}
			</div>
			{refused && (
				<p class="problem-line" role="alert">
					{say(refused)}
				</p>
			)}
		</li>
	);
}

/** Where it can be read: on its network where that has a page for it, else here. */
function linkOf(
	{ url, uri, post, state, deletedAt, kind }: Delivery,
	app: ReturnType<typeof useAppHref>,
) {
	if (state !== 'sent' || deletedAt !== undefined || kind === 'delete') return undefined;
	const href = url === undefined ? undefined : safeHref(url);
	if (href !== undefined) return { href, target: '_blank', rel: 'noopener noreferrer' };
	// A change leads to what it changed.
	const key = uri ?? (kind === 'edit' ? post : undefined);
	return key === undefined ? undefined : app.post(key);
}

function SignIn({ delivery: { needs, target } }: { delivery: Delivery }) {
	const { t } = useTexts();
	const app = useAppHref();
	if (needs !== 'sign-in') return null;
	return (
		<a class="link-button" {...app.servers({ renew: target })}>
			{t('signInAgain')}
		</a>
	);
}

/** The full handle of an account, the name of a window. */
function nameOf({ target, name }: Delivery): string {
	return target.startsWith('window:') ? name : `@${name}`;
}

/** How it stands, in a word or two; of what is done what was done. */
function stateOf({ state, kind, deletedAt }: Delivery): Key {
	if (state !== 'sent') return STATES[state];
	return deletedAt === undefined ? DONE[kind] : 'wentDeleted';
}

const DONE = {
	create: 'wentSent',
	'hand-over': 'wentSent',
	edit: 'wentChanged',
	delete: 'wentDeleted',
	repost: 'wentReposted',
	unrepost: 'wentUnreposted',
} as const satisfies Readonly<Record<Delivery['kind'], Key>>;

const STATES = {
	queued: 'wentQueued',
	sending: 'wentSending',
	checking: 'wentChecking',
	sent: 'wentSent',
	'handed-over': 'wentHandedOver',
	'needs-you': 'wentNeedsYou',
	failed: 'wentFailed',
	cancelled: 'wentCancelled',
} as const satisfies Readonly<Record<DeliveryState, Key>>;
