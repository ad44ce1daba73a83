import type { Limits, Rule, Server } from '../../model';
import { htmlToText, plainLine, plainText } from '../../text';
import { mayContact } from '../address';
import { count, flag, type Json, line, list, present, record, text } from '../json';
import { pageAddress } from '../web-address';
import { readAccount } from './decode/account';
import { type Border, MASTODON } from './decode/border';
import { featuresOf, isClosed } from './features';
import type { NodeInfo } from './nodeinfo';
import { softwareOf } from './software';
import { traitsOf } from './traits';

/** What only the adapter reads back of `server.traits`. */
export type Kept = { domain: string; streaming?: string };

/** Where an instance document came from: version 2 (https://docs.joinmastodon.org/entities/Instance/) or 1. */
export type InstanceDocument = { json: Json; nodeinfo: NodeInfo | undefined };

const MOST_RULES = 100;
const LONGEST_RULE = 2000;
const TRANSLATIONS = ['en', 'de', 'fr', 'es', 'ja'];
const LONGEST_TEXT = 20_000;
const LIMITS = { characters: 500, media: 4 } as const;

/** Whether a document is the description of a server that speaks this API, of either version. */
export function isInstance(value: unknown): value is Json {
	const json = record(value);
	const named = typeof json?.['domain'] === 'string' || typeof json?.['uri'] === 'string';
	return named && typeof json?.['version'] === 'string';
}

/** The model's server of what it says of itself. All texts become plain, all addresses are checked. */
export function readInstance(origin: string, document: InstanceDocument, now: number): Server {
	const { json, nodeinfo } = document;
	const { host } = new URL(origin);
	const software = softwareOf(json, nodeinfo);
	const traits = traitsOf(software.name);
	const closed = isClosed(json);
	const domain = domainOf(json, host);
	const border: Border = { by: '', origin, domain, software: software.name, now };
	const streaming = streamingOf(json, origin);
	const kept: Kept = { domain, ...(streaming === undefined ? {} : { streaming }) };
	const users = record(record(json['usage'])?.['users']);
	const active = count(users?.['active_month']) ?? nodeinfo?.activeMonth;
	return {
		host,
		origin,
		network: MASTODON,
		software,
		title: line(json['title'], 200) ?? host,
		languages: list(json['languages'], 50).flatMap((one) =>
			/^[a-z]{2,3}(-[\w-]{2,20})?$/i.test(text(one)) ? [text(one)] : [],
		),
		links: linksOf(json),
		counting: traits.counting,
		limits: limitsOf(json),
		features: featuresOf(json, software, streaming !== undefined),
		traits: kept,
		readAt: now,
		...present({
			description: words(json['short_description'] ?? json['description'], LONGEST_TEXT),
			thumbnail: pictureOf(json, origin),
			rules: traits.ruleless ? undefined : rulesOf(json),
			contact: contactOf(json, border),
			registrations: registrationsOf(json),
			// A closed server names no number: its zero is none.
			activePeople: closed && active === 0 ? undefined : active,
			closed: closed || undefined,
		}),
	};
}

function words(value: unknown, most: number): string | undefined {
	return plainText(htmlToText(text(value)), most) || undefined;
}

function domainOf(json: Json, host: string): string {
	const told = text(json['account_domain']) || text(json['domain']) || text(json['uri']);
	const bare = told.replace(/^https?:\/\//i, '').replace(/\/.*$/, '');
	return URL.canParse(`https://${bare}`) && bare !== '' ? bare.toLowerCase() : host;
}

/** Some name `wss` though they are reached over http (GoToSocial on a developer's machine). */
function streamingOf(json: Json, origin: string): string | undefined {
	const configured = record(record(json['configuration'])?.['urls'])?.['streaming'];
	const told = text(configured) || text(record(json['urls'])?.['streaming_api']);
	if (!/^wss?:\/\//i.test(told) || !URL.canParse(told)) return undefined;
	const url = new URL(told);
	const home = new URL(origin);
	if (url.host === home.host) url.protocol = home.protocol === 'https:' ? 'wss:' : 'ws:';
	return mayContact(url, origin) ? url.href.replace(/\/$/, '') : undefined;
}

function linksOf(json: Json): Server['links'] {
	const urls = record(record(json['configuration'])?.['urls']) ?? {};
	return present({
		about: pageAddress(urls['about']),
		terms: pageAddress(urls['terms_of_service']),
		privacy: pageAddress(urls['privacy_policy']),
		status: pageAddress(urls['status']),
		source: pageAddress(json['source_url']),
	});
}

function rulesOf(json: Json): Rule[] | undefined {
	if (!Array.isArray(json['rules'])) return undefined;
	return list(json['rules'], MOST_RULES).flatMap((one): Rule[] => {
		const rule = record(one);
		const said = words(rule?.['text'], LONGEST_RULE);
		const id = rule?.['id'];
		if (!said || !(typeof id === 'string' || typeof id === 'number')) return [];
		const hint = words(rule?.['hint'], LONGEST_RULE);
		const translations = translationsOf(rule?.['translations']);
		return [
			{
				id: plainLine(String(id), 64),
				text: said,
				...(hint ? { hint } : {}),
				...(translations.length > 0 ? { translations } : {}),
			},
		];
	});
}

/** By language; kept of those that are read by words too. */
function translationsOf(value: unknown): NonNullable<Rule['translations']>[number][] {
	const all = record(value);
	return TRANSLATIONS.flatMap((language) => {
		const one = record(all?.[language]);
		const text = words(one?.['text'], LONGEST_RULE);
		const hint = words(one?.['hint'], LONGEST_RULE);
		return text ? [{ language, text, ...(hint ? { hint } : {}) }] : [];
	});
}

function contactOf(json: Json, border: Border): Server['contact'] {
	const contact = record(json['contact']);
	const email = line(contact?.['email'] ?? json['email'], 200);
	const account = readAccount(contact?.['account'] ?? json['contact_account'], border)?.account;
	return email || account ? present({ email, account }) : undefined;
}

function registrationsOf(json: Json): Server['registrations'] {
	const told = record(json['registrations']);
	const open = told ? told['enabled'] : json['registrations'];
	if (typeof open !== 'boolean') return undefined;
	const approval = flag(told?.['approval_required'] ?? json['approval_required']) ?? false;
	return {
		open,
		approval,
		...present({
			message: words(told?.['message'], LONGEST_RULE),
			url: pageAddress(told?.['url']),
		}),
	};
}

function pictureOf(json: Json, origin: string): string | undefined {
	const told = record(json['thumbnail'])?.['url'] ?? json['thumbnail'];
	const address = pageAddress(told);
	return address !== undefined && mayContact(new URL(address), origin) ? address : undefined;
}

/** Version 2 and 1 agree since Mastodon 3.4.2; Pleroma has its own keys at the top. */
function limitsOf(json: Json): Limits {
	const configuration = record(json['configuration']);
	const statuses = record(configuration?.['statuses']);
	const media = record(configuration?.['media_attachments']);
	const polls = record(configuration?.['polls']) ?? record(json['poll_limits']);
	const types = list(media?.['supported_mime_types'], 100).flatMap((one) => text(one) || []);
	const number = (...values: readonly unknown[]) =>
		values.map(count).find((value) => value !== undefined && value > 0);
	return {
		characters:
			number(statuses?.['max_characters'], json['max_toot_chars'], json['max_characters']) ??
			LIMITS.characters,
		media:
			number(statuses?.['max_media_attachments'], json['max_media_attachments']) ?? LIMITS.media,
		...present({
			link: number(statuses?.['characters_reserved_per_url']),
			alt: number(media?.['description_limit'], json['description_limit']),
			mediaTypes: types.length > 0 ? types : undefined,
			imageBytes: number(media?.['image_size_limit'], json['upload_limit']),
			videoBytes: number(media?.['video_size_limit'], json['upload_limit']),
			pollOptions: number(polls?.['max_options']),
			pollOption: number(polls?.['max_characters_per_option'], polls?.['max_option_chars']),
		}),
	};
}
