import type { Said, Wants } from '../said';
import type { Meaning } from './meaning';

type Language = Meaning<'language'>;

const NEAR = 6;
/** "Every post has to be in one of the languages of". */
const FAR = 10;
/** "Do not post anything only in": so many words lie between the two. */
const NOT_ONLY = 3;
/** "No hateful language, neither in English nor in any other". */
const HATE_NEAR = 10;

/** `before`: the languages that the same rule named last; "everything else will be removed" is said of those. */
export function readLanguage(said: Said, before: () => readonly string[] = () => []): Language[] {
	const wants = said.wants();
	if (!said.has('own', 'language')) return rest(said, before);
	const isPrimary = said.near('primary', 'language', NEAR);
	if (said.has('every') && !isPrimary && !said.has('own')) return [];
	if (said.has('own')) return ownLanguage(wants);
	if (said.near('hate', 'language', HATE_NEAR)) return [];
	// Which languages the staff speak, or are written to in, binds no post.
	if (said.together(['team'], ['language']) && !said.has('post')) return [];
	const languages = languagesOf(said);
	const level = languages.length === 0 || wants.free ? undefined : levelOf(said, wants);
	return level ? [{ class: 'language', languages, level }] : [];
}

function rest(said: Said, before: () => readonly string[]): Language[] {
	if (!said.has('other') || said.has('every')) return [];
	const { forbidden, free, allowed } = said.wants();
	if (!forbidden || free || allowed) return [];
	const languages = before();
	return languages.length > 0 ? [{ class: 'language', languages, level: 'required' }] : [];
}

/** "Set the language of each post." */
function ownLanguage({ free, forbidden, required, asked }: Wants): Language[] {
	if (free || forbidden) return [];
	return [{ class: 'language', languages: [], level: required && !asked ? 'required' : 'asked' }];
}

function levelOf(said: Said, wants: Wants): Language['level'] | undefined {
	const { allowed, forbidden, required, asked, told } = wants;
	if (isNotOnly(said)) return undefined;
	const isOnly = said.near('only', 'language', NEAR) && !said.has('but');
	const isWriting = said.near('write', 'language', FAR);
	if (said.near('primary', 'language', NEAR) && !isOnly) return 'asked';
	if (said.has('other') && forbidden) return 'required';
	if (isOnly && !said.has('other')) return 'required';
	if (required && isWriting && !forbidden && !said.has('other')) return 'required';
	if (allowed || forbidden || !isWriting) return undefined;
	return asked || told ? 'asked' : undefined;
}

/** "Not the only language", "n'écrivez pas uniquement en": others are welcome. A language between them is the unwanted one. */
function isNotOnly(said: Said): boolean {
	const languages = said.all('language');
	// "Other than" is an "only" that a "not" makes no wider.
	const other = new Set(said.all('other').map(({ from }) => from));
	return said
		.all('only')
		.filter(({ from }) => !other.has(from))
		.some((only) =>
			said
				.all('not')
				.some(
					(not) =>
						not.clause === only.clause &&
						not.to <= only.from &&
						only.from - not.to <= NOT_ONLY &&
						!languages.some(({ from }) => from > not.from && from < only.from),
				),
		);
}

export function languageMeaning(said: Said): Language {
	const { required, forbidden } = said.wants();
	const isHard = required || forbidden || said.has('only');
	return {
		class: 'language',
		languages: languagesOf(said),
		level: isHard ? 'required' : 'asked',
	};
}

/** Those of the Union's treaties. */
const OFFICIAL = 'bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv'.split(
	' ',
);

function languagesOf(said: Said): string[] {
	const named = said.all('language').map(({ value }) => value);
	return [...new Set(named.flatMap((one) => (one === 'eu-official' ? OFFICIAL : [one])))];
}
