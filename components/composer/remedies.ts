import type { Answer, Draft, Remedy, TargetKey } from '../../lib/model';
import { marksIn } from '../../lib/text';
import { textAt, threadOf } from './borders';
import type { Judged } from './use-venues';
import type { DraftChange } from './writer';
import { withText } from './writing';

/** The draft after one press on what a verdict offers; nothing where the person has to do it by hand. */
export function remedied(draft: Draft, what: Remedy, { venue }: Judged): DraftChange {
	const { target } = venue;
	switch (what.do) {
		case 'leaveOut':
			return { targets: draft.targets.filter((one) => one !== target) };
		case 'ownText':
			return { own: withText(draft.own, target, textAt(draft, target)) };
		case 'setVisibility':
			return here(draft, target, { visibility: what.to });
		case 'setLanguage':
			return inLanguage(draft, target, what.to);
		case 'addWarning':
			return what.warning === '' ? {} : warned(draft, target, what.warning);
		case 'markSensitive':
			return { sensitive: true };
		case 'writeTag':
			return rewritten(draft, target, (text) => retagged(text, what.from, what.to));
		case 'addTag':
			return rewritten(draft, target, (text) => `${text.trimEnd()} #${what.tag}`);
		case 'dropFiles':
			return { media: draft.media.filter(({ file }) => !what.files.includes(file)) };
		case 'split':
			return { own: { ...draft.own, [target]: threadOf(draft, target, venue) } };
		case 'dropQuote':
			return { quote: undefined };
		case 'dropReply':
			return { replyTo: undefined };
		case 'later':
			return { scheduledAt: what.at };
		case 'threadUnlisted':
			return { own: { ...draft.own, [target]: { ...draft.own[target], restUnlisted: true } } };
		case 'writeAlt':
		case 'shorten':
		case 'shrink':
		case 'answer':
			return {};
	}
}

function here(draft: Draft, target: TargetKey, how: Draft['own'][TargetKey]): DraftChange {
	return { own: { ...draft.own, [target]: { ...draft.own[target], ...how } } };
}

/** One text is in one language, wherever it goes. */
function inLanguage(draft: Draft, target: TargetKey, tag: string): DraftChange {
	const { text, language } = draft.own[target] ?? {};
	if (text !== undefined || language !== undefined) return here(draft, target, { language: tag });
	return { language: { tag, by: 'person' } };
}

/** Other places may not want it. */
function warned(draft: Draft, target: TargetKey, warning: string): DraftChange {
	return draft.targets.length === 1 ? { warning } : here(draft, target, { warning });
}

/** The text that goes there, with what shares it. */
function rewritten(draft: Draft, target: TargetKey, how: (text: string) => string): DraftChange {
	const { text } = draft.own[target] ?? {};
	return text === undefined
		? { text: how(draft.text) }
		: { own: withText(draft.own, target, how(text)) };
}

function retagged(text: string, from: string, to: string): string {
	return marksIn(text)
		.filter((mark) => mark.type === 'tag' && mark.tag === from)
		.reduceRight((now, { start, end }) => `${now.slice(0, start + 1)}${to}${now.slice(end)}`, text);
}

/** The answers with this one, or without it. */
export function answered(
	{ answers }: Draft,
	about: Judged,
	how: Answer['how'] | undefined,
): Answer[] {
	const { norm, source } = about.verdict;
	const { target } = about.venue;
	const sentence = source?.sentence;
	const others = answers.filter(
		(one) => one.norm !== norm || one.target !== target || one.sentence !== sentence,
	);
	if (how === undefined) return others;
	const said = {
		norm,
		target,
		how,
		at: Date.now(),
		...(sentence === undefined ? {} : { sentence }),
	};
	return [...others, said];
}
