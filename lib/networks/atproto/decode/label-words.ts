import type { AccountUri, Label } from '../../../model';
import { plainText } from '../../../text';
import { inLanguage } from '../../../texts';
import { each, line, list, present, record, text } from '../../json';

/** What a labeler means by a value: `com.atproto.label.defs#labelValueDefinition`. */
export type LabelMeaning = {
	blurs: 'content' | 'media' | 'none';
	severity: 'alert' | 'inform' | 'none';
	setting: Setting;
	adult?: true;
	name?: string;
	description?: string;
};

export type Setting = 'hide' | 'warn' | 'ignore';

/** What labels mean, and what the person chose for them in the network's own settings. */
export type Words = {
	of(labeler: AccountUri, value: string): LabelMeaning;
	choice(labeler: AccountUri, value: string, meaning: LabelMeaning): Setting | undefined;
	/** The account's own settings keep what is for adults off. */
	adultsOff?: boolean;
};

const LONGEST_NAME = 100;
const LONGEST_DESCRIPTION = 2000;
const MOST = 200;
const MOST_LOCALES = 100;

/** Means the same whoever says it (https://atproto.com/specs/label); the names are theirs to translate. */
const EVERYWHERE: Readonly<Record<string, LabelMeaning>> = {
	'!hide': { blurs: 'content', severity: 'alert', setting: 'hide' },
	'!warn': { blurs: 'content', severity: 'none', setting: 'warn' },
	porn: { blurs: 'media', severity: 'none', setting: 'hide', adult: true },
	sexual: { blurs: 'media', severity: 'none', setting: 'warn', adult: true },
	nudity: { blurs: 'media', severity: 'none', setting: 'ignore' },
	'graphic-media': { blurs: 'media', severity: 'none', setting: 'warn', adult: true },
	gore: { blurs: 'media', severity: 'none', setting: 'warn', adult: true },
};

/** Said by somebody who explains it nowhere. */
const UNEXPLAINED: LabelMeaning = { blurs: 'none', severity: 'inform', setting: 'warn' };

/** What a value means from a labeler with these definitions; nobody redefines those that begin with `!`. */
export function meaningOf(
	definitions: Readonly<Record<string, LabelMeaning>> | undefined,
	value: string,
): LabelMeaning {
	const own =
		definitions && !value.startsWith('!') && Object.hasOwn(definitions, value)
			? definitions[value]
			: undefined;
	return own ?? (Object.hasOwn(EVERYWHERE, value) ? EVERYWHERE[value] : undefined) ?? UNEXPLAINED;
}

/**
 * What is done about a label. Nothing hides a post only because it is for adults: it is blurred until the person chose
 * something else.
 */
export function effectOf(
	{ blurs, severity, setting, adult }: LabelMeaning,
	choice: Setting | undefined,
): Label['effect'] | undefined {
	const wanted = choice ?? setting;
	if (wanted === 'ignore' && !(adult && choice === undefined)) return undefined;
	if (wanted === 'hide' && (choice !== undefined || !adult)) return 'hide';
	if (blurs === 'content') return 'blur';
	if (blurs === 'media') return 'blurMedia';
	return severity === 'none' ? undefined : 'inform';
}

const BLURS = { content: 'content', media: 'media' } as const;
const SEVERITIES = { alert: 'alert', inform: 'inform' } as const;

/** `app.bsky.labeler.defs#labelerPolicies`: what a labeler means by each of its values, in words of `language`. */
export function readDefinitions(
	value: unknown,
	language: string,
): Readonly<Record<string, LabelMeaning>> {
	const found: Record<string, LabelMeaning> = Object.create(null);
	for (const one of list(record(value)?.['labelValueDefinitions'], MOST)) {
		const json = record(one);
		const name = text(json?.['identifier']);
		if (!json || !/^[a-z-]{1,100}$/.test(name)) continue;
		const adult = json['adultOnly'] === true || undefined;
		found[name] = {
			blurs: oneOf(json['blurs'], BLURS) ?? 'none',
			severity: oneOf(json['severity'], SEVERITIES) ?? 'none',
			setting: readSetting(json['defaultSetting']) ?? 'warn',
			...present({ adult }),
			...readWords(json['locales'], language),
		};
	}
	return found;
}

export function readSetting(value: unknown): Setting | undefined {
	return value === 'show'
		? 'ignore'
		: oneOf(value, { hide: 'hide', warn: 'warn', ignore: 'ignore' } as const);
}

/** `com.atproto.label.defs#labelValueDefinitionStrings` */
function readWords(value: unknown, language: string): Pick<LabelMeaning, 'name' | 'description'> {
	const locales = each(value, MOST_LOCALES, record) ?? [];
	const chosen = inLanguage(locales, (one) => text(one['lang']), language);
	return present({
		name: line(chosen?.['name'], LONGEST_NAME),
		description: plainText(text(chosen?.['description']), LONGEST_DESCRIPTION) || undefined,
	});
}

function oneOf<T>(value: unknown, names: Readonly<Record<string, T>>): T | undefined {
	return typeof value === 'string' && Object.hasOwn(names, value) ? names[value] : undefined;
}
