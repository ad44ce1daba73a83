import type { Policy, ReportReason, Rule, Session } from '../../../model';
import { plainText } from '../../../text';
import { inLanguage } from '../../../texts';
import type { Io } from '../../io';
import { each, type Json, line, list, present, record, text } from '../../json';
import { readAccount } from '../decode/account';
import { labelersOf } from '../preferences';
import { xrpc } from '../xrpc';

const MOST = 20;
const MOST_VALUES = 200;
const MOST_LOCALES = 100;
const LONGEST_NAME = 100;
const LONGEST_DESCRIPTION = 2000;

/**
 * What those who label for the account say of their labels, one rule a label in all their languages, and what may be
 * reported to them. https://docs.bsky.app/docs/api/app-bsky-labeler-get-services
 */
export async function policies(session: Session, io: Io): Promise<readonly Policy[]> {
	const dids = labelersOf(session);
	if (dids.length === 0) return [];
	const x = xrpc(session, io);
	const json = await x.get('app.bsky.labeler.getServices', { dids, detailed: true });
	const language = await io.language();
	const border = { by: session.account, origin: session.origin, now: io.now() };
	return (each(record(json)?.['views'], MOST, record) ?? []).flatMap((view) => {
		const creator = readAccount(view['creator'], border);
		const by = creator?.account.key;
		if (!creator || by === undefined || !dids.includes(by)) return [];
		const { name } = creator.account;
		const policy: Policy = {
			by,
			name,
			rules: rulesOf(view['policies'], by, language),
			reports: readReasons(view['reasonTypes']),
		};
		return [policy];
	});
}

/** `app.bsky.labeler.defs#labelerPolicies`; a label that is explained nowhere says nothing that could be read. */
function rulesOf(value: unknown, by: string, language: string): readonly Rule[] {
	return list(record(value)?.['labelValueDefinitions'], MOST_VALUES).flatMap((one) => {
		const json = record(one);
		const name = text(json?.['identifier']);
		if (!json || !/^[a-z-]{1,100}$/.test(name)) return [];
		const locales = each(json['locales'], MOST_LOCALES, record) ?? [];
		const shown = inLanguage(locales, (locale) => text(locale['lang']), language);
		const words = shown && wordsIn(shown);
		if (!words) return [];
		const translations = locales
			.filter((locale) => locale !== shown)
			.flatMap((locale) => wordsIn(locale) ?? []);
		return [
			{
				id: `${by} ${name}`,
				...words,
				...(translations.length > 0 ? { translations } : {}),
				url: `at://${by}/app.bsky.labeler.service/self`,
			},
		];
	});
}

/** `com.atproto.label.defs#labelValueDefinitionStrings` */
function wordsIn(locale: Json): Pick<Rule, 'text' | 'hint'> | undefined {
	const name = line(locale['name'], LONGEST_NAME);
	if (name === undefined) return undefined;
	const hint = plainText(text(locale['description']), LONGEST_DESCRIPTION) || undefined;
	return { text: name, ...present({ hint }) };
}

/** https://docs.bsky.app/docs/api/com-atproto-moderation-create-report; newer and finer ones are `other`. */
const REASONS: Readonly<Record<string, ReportReason>> = {
	reasonSpam: 'spam',
	reasonViolation: 'broken',
	reasonMisleading: 'misleading',
	reasonSexual: 'sexual',
	reasonRude: 'rude',
	reasonOther: 'other',
};

function readReasons(value: unknown): readonly ReportReason[] {
	const found = list(value, MOST_VALUES).flatMap((one) => {
		const [, token = ''] = text(one).split('#');
		return token === '' ? [] : [Object.hasOwn(REASONS, token) ? REASONS[token] : 'other'];
	});
	return [...new Set(found.flatMap((one) => one ?? []))];
}
