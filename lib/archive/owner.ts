import type { Account, Instant } from '../model';
import { parseInstant, unescapeText } from '../text';
import { readValue } from './json';
import type { Layout } from './layout';
import { readRows } from './rows/elements';
import { STATUS_ADDRESS } from './rows/entities';
import { baseName, fields, idString, list, string } from './rows/fields';
import type { SourceFile } from './source/source';

export type Owner = { account: Account; archiveDate?: Instant; avatar?: string; header?: string };

/**
 * Whose archive it is. Of the account only name, handle, id and date are kept; e-mail, phone and the rest of
 * account.js and profile.js are not looked at.
 */
export async function ownerOf(layout: Layout, signal: AbortSignal): Promise<Owner> {
	const account = (await fromAccountFile(layout, signal)) ?? (await fromGrailbird(layout, signal));
	const { manifest } = layout;
	const id = idString(manifest?.accountId) ?? account?.id;
	const handle = string(manifest?.userName) || account?.handle;
	const guess = id && handle ? undefined : await guessed(layout.tweets[0], signal);
	const found = makeAccount(
		id ?? guess?.id,
		handle ?? guess?.handle,
		account?.name || string(manifest?.displayName),
		account?.createdAt,
	);
	const archiveDate = manifest?.archiveDate ?? account?.archiveDate;
	return {
		account: found,
		...(archiveDate === undefined ? {} : { archiveDate }),
		...(await pictures(layout, signal)),
	};
}

function makeAccount(id: string | undefined, handle = '', name = '', createdAt?: Instant): Account {
	const key = id ? `tw:${id}` : `tw:@${handle.toLowerCase()}`;
	const plain = { key, handle, name: unescapeText(name) || handle };
	return createdAt === undefined ? plain : { ...plain, createdAt };
}

type Known = {
	id?: string | undefined;
	handle?: string | undefined;
	name?: string | undefined;
	createdAt?: Instant | undefined;
	archiveDate?: Instant | undefined;
};

async function fromAccountFile(layout: Layout, signal: AbortSignal): Promise<Known | undefined> {
	if (!layout.account) return undefined;
	const row = list(await readValue(layout.account, signal))[0];
	const raw = fields<'accountId' | 'username' | 'accountDisplayName' | 'createdAt'>(
		fields<'account'>(row).account,
	);
	return {
		id: idString(raw.accountId),
		handle: string(raw.username),
		name: string(raw.accountDisplayName),
		createdAt: parseInstant(raw.createdAt),
	};
}

async function fromGrailbird(layout: Layout, signal: AbortSignal): Promise<Known | undefined> {
	if (!layout.userDetails) return undefined;
	const raw = fields<'id' | 'screen_name' | 'full_name' | 'created_at'>(
		await readValue(layout.userDetails, signal),
	);
	return {
		id: idString(raw.id),
		handle: string(raw.screen_name),
		name: string(raw.full_name),
		createdAt: parseInstant(raw.created_at),
		archiveDate: layout.payloadDetails
			? parseInstant(
					fields<'created_at'>(await readValue(layout.payloadDetails, signal)).created_at,
				)
			: undefined,
	};
}

/**
 * Someone who kept only tweets.js: the account shows in the addresses of its own pictures and in answers to
 * itself. The first rows are enough.
 */
async function guessed(file: SourceFile | undefined, signal: AbortSignal): Promise<Known> {
	const handles = new Map<string, number>();
	const ids = new Map<string, string>();
	if (!file) return {};
	for await (const { values } of readRows(file.stream(signal))) {
		for (const row of values) noteOwner(fields<'tweet'>(row).tweet ?? row, handles, ids);
		break;
	}
	const handle = [...handles].sort((a, b) => b[1] - a[1])[0]?.[0];
	return { handle, id: handle ? ids.get(handle.toLowerCase()) : undefined };
}

function noteOwner(tweet: unknown, handles: Map<string, number>, ids: Map<string, string>): void {
	const raw = fields<'entities' | 'in_reply_to_screen_name' | 'in_reply_to_user_id_str' | 'user'>(
		tweet,
	);
	const user = fields<'screen_name' | 'id_str'>(raw.user);
	const own = [string(user.screen_name)];
	for (const item of list(fields<'media'>(raw.entities).media)) {
		const medium = fields<'expanded_url' | 'source_user_id_str' | 'source_user_id'>(item);
		const match = STATUS_ADDRESS.exec(string(medium.expanded_url) ?? '');
		if (match && !medium.source_user_id_str && !medium.source_user_id) own.push(match[1]);
	}
	for (const handle of own) if (handle) handles.set(handle, (handles.get(handle) ?? 0) + 1);
	const pairs = [
		[user.screen_name, user.id_str],
		[raw.in_reply_to_screen_name, raw.in_reply_to_user_id_str],
	];
	for (const [name, id] of pairs) {
		const handle = string(name);
		const number = idString(id);
		if (handle && number) ids.set(handle.toLowerCase(), number);
	}
}

/** profile.js names the files of avatar and header; their folder does not tell which is which. */
async function pictures(
	layout: Layout,
	signal: AbortSignal,
): Promise<{ avatar?: string; header?: string }> {
	if (!layout.profile || layout.profileMedia.length === 0) return {};
	const row = list(await readValue(layout.profile, signal))[0];
	const raw = fields<'avatarMediaUrl' | 'headerMediaUrl'>(fields<'profile'>(row).profile);
	const avatar = pictureFile(layout, string(raw.avatarMediaUrl));
	const header = pictureFile(layout, string(raw.headerMediaUrl));
	return { ...(avatar ? { avatar } : {}), ...(header ? { header } : {}) };
}

function pictureFile(layout: Layout, url: string | undefined): string | undefined {
	if (!url) return undefined;
	const stem = baseName(url).replace(/\.\w+$/, '');
	const file = stem ? layout.profileMedia.find(({ path }) => path.includes(stem)) : undefined;
	return file && baseName(file.path);
}
