import type { Said } from '../said';
import type { Meaning } from './meaning';

type Privacy = Meaning<'privacy'>;

const NEAR = 6;

export function readPrivacy(said: Said): Privacy[] {
	if (!said.has('dm', 'scrape', 'train')) return [];
	const { free, allowed, forbidden, required, asked } = said.wants();
	if (free || (allowed && !forbidden)) return [];
	const found: Privacy[] = [];
	const isMessage = said.has('dm') && !said.has('staff') && isToStrangers(said);
	if (isMessage && (forbidden || asked || required)) {
		found.push({ class: 'privacy', says: 'messages' });
	}
	const isData = said.has('scrape') || isTraining(said);
	if (isData && (forbidden || required || said.has('consent'))) {
		found.push({ class: 'privacy', says: 'data' });
	}
	return found;
}

export function privacyMeaning(said: Said): Privacy {
	return { class: 'privacy', says: said.has('scrape', 'train') ? 'data' : 'messages' };
}

/** "Training" alone may be anything. */
function isTraining(said: Said): boolean {
	if (!said.has('train')) return false;
	return said.has('ai', 'consent') || said.all('train').length > 1;
}

/** "Don't write private messages to people who never spoke with you"; not "don't publish private messages". */
function isToStrangers(said: Said): boolean {
	if (said.has('unsolicited')) return true;
	if (said.has('leak')) return false;
	return said.has('consent') || (said.near('send', 'dm', NEAR) && said.has('member'));
}
