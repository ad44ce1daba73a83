import type { Server } from '../../model';
import { plainLine } from '../../text';
import { type Json, record, text } from '../json';
import type { NodeInfo } from './nodeinfo';

/** `2.7.2 (compatible; Pleroma 2.6.50)`, `4.0.0 (not true; really snac/2.75)` */
const REALLY = /\((?:compatible|not true)[;,]\s*(?:really\s+)?([a-z][\w.-]*)[ /]v?([\w.+-]*)/i;

/**
 * What runs there. nodeinfo is believed first: versions in the instance document are made to please programs. Where
 * nodeinfo cannot be read, the version tells, or a key that only one program has, or the address of the source.
 */
export function softwareOf(json: Json, nodeinfo: NodeInfo | undefined): Server['software'] {
	const told = plainLine(text(json['version']), 80);
	const really = REALLY.exec(told);
	if (nodeinfo) return { name: nodeinfo.name, version: nodeinfo.version || (really?.[2] ?? told) };
	if (really?.[1]) return { name: really[1].toLowerCase(), version: really[2] ?? '' };
	return { name: guess(json, told), version: told };
}

function guess(json: Json, version: string): string {
	if (record(json['pleroma'])) return 'pleroma';
	if (typeof json['account_domain'] === 'string') return 'gotosocial';
	const source = text(json['source_url']).toLowerCase();
	const known = ['gotosocial', 'akkoma', 'pleroma', 'pixelfed', 'hollo', 'snac'];
	const named = known.find((name) => source.includes(name) || version.toLowerCase().includes(name));
	if (named) return named;
	return /^[34]\.\d+\.\d+/.test(version) && !version.includes('(') ? 'mastodon' : '';
}
