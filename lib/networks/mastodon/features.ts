import type { Feature, Server } from '../../model';
import { count, type Json, record } from '../json';
import { EVERY_FEATURE, QUOTES_SINCE, SINCE, traitsOf } from './traits';

/** Limited federation (Mastodon 4.4): it talks only to servers that its people listed. */
export function isClosed(json: Json): boolean {
	const configuration = record(json['configuration']);
	return configuration?.['limited_federation'] === true || json['limited_federation'] === true;
}

/** What can be asked of it: everything, but for what its program lacks and what it says it has switched off. */
export function featuresOf(
	json: Json,
	software: Server['software'],
	streams: boolean,
): readonly Feature[] {
	const lacking = new Set<Feature>([
		...traitsOf(software.name).lacks,
		...(streams ? [] : (['streaming'] as const)),
		...(quotes(json) ? [] : (['quotes'] as const)),
		...tooOld(software),
		...switchedOff(json),
	]);
	return EVERY_FEATURE.filter((feature) => !lacking.has(feature));
}

function quotes(json: Json): boolean {
	const version = count(record(json['api_versions'])?.['mastodon']);
	return version !== undefined && version >= QUOTES_SINCE;
}

function tooOld({ name, version }: Server['software']): Feature[] {
	if (name !== 'mastodon') return [];
	const [, major, minor] = /^(\d+)\.(\d+)/.exec(version) ?? [];
	if (major === undefined || minor === undefined) return [];
	const has = [Number(major), Number(minor)] as const;
	return SINCE.filter(
		({ version: since }) => has[0] < since[0] || (has[0] === since[0] && has[1] < since[1]),
	).map(({ feature }) => feature);
}

function switchedOff(json: Json): Feature[] {
	const live = record(record(record(json['configuration'])?.['timelines_access'])?.['live_feeds']);
	const off: Feature[] = [];
	if (live?.['local'] === 'disabled') off.push('local');
	if (live?.['remote'] === 'disabled' || isClosed(json)) off.push('public');
	const translation = record(record(json['configuration'])?.['translation']);
	if (translation?.['enabled'] !== true) off.push('translation');
	return off;
}
