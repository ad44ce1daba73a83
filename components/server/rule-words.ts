import type { Reading, RuleClass, Text } from '../../lib/model';
import { topicName } from '../../lib/norms';
import { nameOf } from '../charter/names';

/** What a sentence may be about, in the order of the choice. */
export const CLASSES: Readonly<Record<RuleClass, Text['key']>> = {
	conduct: 'ruleConduct',
	'cross-posting': 'ruleCrossPosting',
	volume: 'ruleVolume',
	language: 'ruleLanguage',
	'alt-text': 'ruleAltText',
	warning: 'ruleWarning',
	links: 'ruleLinks',
	attribution: 'ruleAttribution',
	privacy: 'rulePrivacy',
	identity: 'ruleIdentity',
};

/** What a reading asks for, besides what it is about: to be said one after the other. */
export function asked(reading: Reading): readonly Text[] {
	switch (reading.class) {
		case 'cross-posting':
			return [{ key: CROSS[reading.says] }, ...(MEANS[reading.means] ?? [])];
		case 'volume':
			return [volume(reading)];
		case 'language':
			return [level(reading), ...(reading.languages.length === 0 ? [OWN_LANGUAGE] : [])];
		case 'alt-text':
			return [level(reading), ...publicly(reading)];
		case 'warning': {
			const count = reading.longerThan;
			const long: Text[] =
				count === undefined ? [] : [{ key: 'readLongerThan', parameters: { count } }];
			return [level(reading), ...long, ...publicly(reading)];
		}
		case 'links':
			return [links(reading)];
		case 'attribution':
			return [{ key: ATTRIBUTION[reading.says] }];
		case 'privacy':
			return [{ key: PRIVACY[reading.says] }];
		default:
			return [];
	}
}

const CROSS = {
	forbidden: 'readForbidden',
	unlisted: 'readUnlisted',
	followers: 'readFollowers',
	marked: 'readMarked',
	participate: 'readParticipate',
} as const;
const MEANS = {
	automatic: [{ key: 'readAutomatic' }],
	any: [{ key: 'readAny' }],
	unsaid: undefined,
} as const;
const LINKS = {
	'link-only': 'readLinkOnly',
	'many-tags': 'readManyTags',
	'camel-case': 'readCamelCase',
	hosts: 'readHosts',
} as const;
const ATTRIBUTION = { ai: 'readAi', credit: 'readCredit', promotion: 'readPromotion' } as const;
const PRIVACY = { messages: 'readMessages', data: 'readData' } as const;
const OWN_LANGUAGE: Text = { key: 'readOwnLanguage' };

function level({ level }: { level: 'required' | 'asked' }): Text {
	return { key: level === 'required' ? 'readRequired' : 'readAsked' };
}

function publicly({ publicOnly }: { publicOnly: boolean }): readonly Text[] {
	return publicOnly ? [{ key: 'readPublicOnly' }] : [];
}

function volume(reading: Extract<Reading, { class: 'volume' }>): Text {
	if (reading.says === 'repeats') return { key: 'readRepeats' };
	const { posts, inMs } = reading;
	if (posts === undefined || inMs === undefined) return { key: 'readNoFlood' };
	const [key, unit] = UNITS.find(([, ms]) => inMs % ms === 0) ?? MINUTES;
	return { key, parameters: { posts, count: Math.max(1, Math.round(inMs / unit)) } };
}

const MINUTES = ['readPaceMinutes', 60_000] as const;
/** The longest that it is so many whole ones of: nobody counts a day in minutes. */
const UNITS = [
	['readPaceDays', 24 * 60 * 60_000],
	['readPaceHours', 60 * 60_000],
	MINUTES,
] as const;

function links(reading: Extract<Reading, { class: 'links' }>): Text {
	if (reading.says !== 'many-tags' || reading.most === undefined)
		return { key: LINKS[reading.says] };
	return { key: 'readMostTags', parameters: { count: reading.most } };
}

/** The languages, topics and sites that a reading names, in the reader's own words. */
export function namedIn(reading: Reading, shownIn: string): readonly string[] {
	if (reading.class === 'language')
		return reading.languages.map((tag) => nameOf(tag, 'language', shownIn));
	if (reading.class === 'warning') return reading.topics.map((one) => topicName(one, shownIn));
	return reading.class === 'links' && reading.says === 'hosts' ? reading.hosts : [];
}
