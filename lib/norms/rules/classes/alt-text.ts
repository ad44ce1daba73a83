import type { Reading } from '../../../model';
import type { Said, Wants } from '../said';
import { isForFollowers } from './cross-posting';
import type { Meaning } from './meaning';

/** How far from the pictures the word "describe" may stand. */
const NEAR = 8;
/** "Every picture, clip or sound that you attach must carry a description." */
const FAR = 14;

export function readAltText(said: Said): Meaning<'alt-text'>[] {
	const isNamed =
		said.has('alt') ||
		said.near('media', 'describe', NEAR) ||
		said.near('media', 'description', FAR);
	// "Describe what is wrong with the picture when you report it" is about something else.
	if (!isNamed || said.has('report')) return [];
	// So is a profile's picture and description.
	if (said.has('profile') && !said.has('alt')) return [];
	// "Cross-posts without alt text for followers only" is about the cross-posts.
	if (said.has('cross') && (said.has('unlisted') || isForFollowers(said))) return [];
	// "Do not nag people about missing alt text."
	if (said.has('hate') && !said.wants().required) return [];
	const level = levelOf(said);
	return level ? [altTextMeaning(said, level)] : [];
}

export function altTextMeaning(
	said: Said,
	level: Extract<Reading, { class: 'alt-text' }>['level'] = levelOf(said) ?? 'required',
): Meaning<'alt-text'> {
	return { class: 'alt-text', level, publicOnly: said.has('public') };
}

function levelOf(said: Said): 'required' | 'asked' | undefined {
	const all = said.wants();
	// "Feel free to show pictures, but alt text is required": what stands beside it counts.
	const here = all.free || all.allowed ? said.wantsOf('alt', 'describe', 'description') : all;
	const wants = here.required && !here.free && !here.allowed ? here : all;
	if (wants.free) return wants.asked ? 'asked' : undefined;
	// "No pictures without", "no alt text, no upload".
	const isLacking = said.has('without') || said.near('not', 'alt', 1);
	return isLacking ? whereLacking(wants) : wherePresent(wants);
}

function whereLacking({ forbidden, asked, required }: Wants): 'required' | 'asked' | undefined {
	if (forbidden || required) return 'required';
	return asked ? 'asked' : undefined;
}

function wherePresent(wants: Wants): 'required' | 'asked' | undefined {
	const { allowed, required, forbidden, asked, told } = wants;
	if (required && !(asked && forbidden)) return 'required';
	if (forbidden && !asked) return undefined;
	return asked || (told && !allowed) ? 'asked' : undefined;
}
