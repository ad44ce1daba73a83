import type { Said } from '../said';
import type { Meaning } from './meaning';

const NEAR = 6;

export function readIdentity(said: Said): Meaning<'identity'>[] {
	if (!said.has('impersonat', 'parody', 'pose')) return [];
	const { free, allowed, required, forbidden, asked, told } = said.wants();
	if (free || (allowed && !forbidden && !required)) return [];
	const isPosing = said.near('pose', 'other-one', NEAR) && forbidden;
	const isFalse = said.has('impersonat') || isPosing;
	const isMarked = said.has('parody') && (required || forbidden || asked || told);
	// "Whoever speaks for a company must say so."
	const isSpeaker = said.has('pose') && said.has('disclose') && required && !said.has('promo');
	return isFalse || isMarked || isSpeaker ? [{ class: 'identity' }] : [];
}
