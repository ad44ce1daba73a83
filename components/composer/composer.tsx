import { useEffect, useRef } from 'preact/hooks';
import type { Draft, Remedy, TargetKey } from '../../lib/model';
import { targets as readTargets, type Target } from '../../lib/outbox';
import { LoadProblem } from '../shared/problem';
import { useTexts } from '../shared/texts';
import { useLoad } from '../shared/use-load';
import { AddPage } from './add-page';
import { Beside, Spoken } from './beside';
import type { BroughtPicture } from './brought-picture';
import { Foot } from './foot';
import { Media } from './media';
import { NoAccounts } from './no-accounts';
import { Options } from './options';
import {
	Answered,
	BringPicture,
	BringPictures,
	ByHand,
	bringParts,
	Conflict,
	Expected,
	Poll,
	Verdicts,
} from './parts';
import { PerPlace } from './per-place';
import { usePlace, useTabHref } from './place';
import { answered, remedied } from './remedies';
import { SignedOut } from './signed-out';
import { TargetChips } from './target-chips';
import { Threads } from './threads';
import { Unheard } from './unheard';
import { useChange } from './use-change';
import { useDraft } from './use-draft';
import { useFiles } from './use-files';
import { useLearning } from './use-learning';
import { useSending } from './use-sending';
import { type Judged, refusal, stopped, useJudged, useVenues } from './use-venues';
import { useFitting, useGuess, useProven } from './use-writing';
import { Writing } from './writing';

type ComposerProps = {
	/** Where writing begins: a stored draft or a new one. */
	first: Draft;
	/** What of its text is title and address of the page below. */
	page?: string | undefined;
	/** A picture that it is about, by its address. */
	picture?: BroughtPicture | undefined;
	/** It can be come back to. */
	stored(draft: string): void;
	/** It is queued; the rest happens without this page. */
	sent(draft: string): void;
	/** It is among the drafts, and another one begins. */
	kept(): void;
};

/** The composer, of the popup and of the reading tab: one draft, all the places that it goes to. */
export function Composer(props: ComposerProps) {
	const { value, error, retry } = useLoad('targets', readTargets, ['sessions']);
	if (error !== undefined) return <LoadProblem error={error} retry={retry} />;
	if (!value) return null;
	return <Compose key={props.first.id} {...props} targets={value} />;
}

function Compose({
	first,
	page,
	picture,
	stored,
	sent,
	kept,
	targets,
}: ComposerProps & { targets: readonly Target[] }) {
	const { t } = useTexts();
	const writer = useDraft(first, stored);
	const { draft } = writer;
	const venues = useVenues(draft, targets);
	const change = useChange(writer, venues);
	const files = useFiles(writer);
	const { settled, awaited } = useGuess(writer);
	const judged = useJudged(draft, venues, awaited);
	useProven(writer, targets);
	useLearning(draft);
	useFitting(writer, venues);
	const box = useRef<HTMLFormElement>(null);
	const { refused, sending, post, keep } = useSending(writer, { sent, kept, settled, box });
	useEffect(bringParts, []);
	const [changed] = Object.values(draft.edits ?? {}).flat();
	const choose = (target: TargetKey, on: boolean) =>
		change((now) => ({
			targets: on ? [...now.targets, target] : now.targets.filter((one) => one !== target),
		}));
	const remedy = (what: Remedy, about: Judged) => {
		change((now) => remedied(now, what, about));
		focusFor(box.current, what);
	};
	return (
		<form
			ref={box}
			class="composer"
			aria-label={t('composer')}
			onSubmit={(event) => {
				event.preventDefault();
				post();
			}}
		>
			<OpenInTab draft={draft} />
			{targets.every(({ window }) => window) && <NoAccounts targets={targets} />}
			<TargetChips
				draft={draft}
				targets={targets}
				venues={venues}
				blocked={stopped(judged)}
				choose={choose}
				fixed={draft.replyTo !== undefined || draft.edits !== undefined}
			/>
			<SignedOut
				draft={draft}
				targets={targets}
				choose={choose}
				fixed={draft.replyTo !== undefined || draft.edits !== undefined}
			/>
			{writer.kept === 'conflict' && <Conflict writer={writer} />}
			{draft.replyTo !== undefined && <Answered post={draft.replyTo} how="answer" />}
			{draft.quote !== undefined && <Answered post={draft.quote} how="quote" />}
			{changed !== undefined && <ByHand post={changed} />}
			{draft.brought !== undefined && <Answered post={draft.brought} how="bring" />}
			{draft.brought !== undefined && (
				<BringPictures
					post={draft.brought}
					venues={venues}
					files={files}
					brought={() => change(({ text }) => ({ text: withoutPictures(text) }))}
				/>
			)}
			<Writing draft={draft} targets={targets} change={change} files={files.add} marked={!!page}>
				<Beside all={judged} about="text" />
			</Writing>
			<AddPage draft={draft} page={page} change={change} />
			{picture && <BringPicture picture={picture} change={change} files={files} />}
			<Unheard draft={draft} targets={targets} />
			<Threads draft={draft} targets={targets} venues={venues} change={change} />
			<Media draft={draft} venues={venues} judged={judged} change={change} files={files} />
			{draft.poll && <Poll poll={draft.poll} venues={venues} change={change} />}
			<Options draft={draft} judged={judged} change={change} />
			<PerPlace draft={draft} targets={targets} venues={venues} change={change} />
			<Verdicts
				all={judged}
				draft={draft}
				remedy={remedy}
				override={(about, how) => change((now) => ({ answers: answered(now, about, how) }))}
				takeBack={(about) => change((now) => ({ answers: answered(now, about, undefined) }))}
			/>
			<Expected draft={draft} venues={venues} judged={judged} />
			<Spoken all={judged} />
			<Foot writer={writer} refused={refusal(refused, judged)} sending={sending} keep={keep} />
		</form>
	);
}

/** Popups are narrow, and close when one looks away. */
function OpenInTab({ draft }: { draft: Draft }) {
	const { t } = useTexts();
	const { app } = usePlace();
	const tab = useTabHref(draft);
	return app === '' ? null : (
		<a class="open-tab" {...tab}>
			{t('openInTab')}
		</a>
	);
}

/** What a remedy asks for is then under the person's hands. */
function focusFor(box: HTMLElement | null, what: Remedy): void {
	const find = (selector: string) => box?.querySelector<HTMLElement>(selector);
	requestAnimationFrame(() => {
		if (what.do === 'writeAlt') find(`[data-alt="${what.file}"]`)?.focus();
		else if (what.do === 'ownText') [...(box?.querySelectorAll('textarea') ?? [])].at(-1)?.focus();
		else if (what.do === 'shorten') find('textarea')?.focus();
		else if (what.do === 'addWarning' && what.warning === '') find('[data-warning]')?.focus();
	});
}

/** A quotation says in words what its pictures show: not needed where they are there themselves. */
function withoutPictures(text: string): string {
	return text
		.split('\n')
		.filter((line) => !line.startsWith('🖼 '))
		.join('\n')
		.trim();
}
