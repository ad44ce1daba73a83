import type { Remedy, Text } from '../../lib/model';
import { languageName } from './languages';

/** What is done by a button, not by a link of its own. */
type Pressed = Exclude<Remedy, { do: 'answer' }>;

/** What the button of a remedy says; `host`: of the place, `shownIn`: the language of the app. */
export function remedyWords(what: Pressed, host: string, shownIn: string): Text {
	switch (what.do) {
		case 'setVisibility':
			return { key: AUDIENCES[what.to], parameters: { host } };
		case 'setLanguage':
			return {
				key: 'remedySetLanguage',
				parameters: { language: languageName(what.to, shownIn) },
			};
		case 'addWarning':
			return what.warning === ''
				? { key: 'remedyWriteWarning' }
				: { key: 'remedyAddWarning', parameters: { warning: what.warning } };
		case 'writeTag':
			return { key: 'remedyWriteTag', parameters: { tag: what.to } };
		case 'addTag':
			return { key: 'remedyAddTag', parameters: { tag: what.tag } };
		default:
			return { key: KEYS[what.do], parameters: { host } };
	}
}

const KEYS = {
	writeAlt: 'remedyWriteAlt',
	shorten: 'remedyShorten',
	split: 'remedySplit',
	dropFiles: 'remedyDropFiles',
	shrink: 'remedyShrink',
	markSensitive: 'remedyMarkSensitive',
	ownText: 'remedyOwnText',
	leaveOut: 'remedyLeaveOut',
	dropQuote: 'remedyDropQuote',
	dropReply: 'remedyDropReply',
	later: 'remedyLater',
	threadUnlisted: 'remedyThreadUnlisted',
} as const;

const AUDIENCES = {
	unlisted: 'remedyUnlisted',
	followers: 'remedyFollowers',
	direct: 'remedyDirect',
} as const;
