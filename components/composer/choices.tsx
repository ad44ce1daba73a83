import { useEffect, useState } from 'preact/hooks';
import type { Content } from '../../lib/model';
import type { Key } from '../../lib/texts';
import { useTexts } from '../shared/texts';
import { languageName, languages } from './languages';

type Audience = Content['visibility'];

type ChoiceProps<Value> = {
	/** What is read over it. */
	words: string;
	/** How it is called besides, where several stand on a page. */
	label: string;
	/** Empty: nothing of its own. */
	value: Value | '';
	/** What the empty value means; without it that can only be left. */
	none?: string | undefined;
	/** It cannot be chosen any more: the sentence of this id says why. */
	locked?: string | undefined;
	choose(value: Value | ''): void;
};

type OfferingProps<Value> = ChoiceProps<Value> & {
	offered: readonly Value[];
	nameOf(value: Value): string;
};

function Choice<Value extends string>(props: OfferingProps<Value>) {
	const { words, label, value, none, locked, offered, nameOf, choose } = props;
	return (
		<label class="compose-option">
			<span>{words}</span>
			<select
				aria-label={label}
				value={value}
				disabled={locked !== undefined}
				aria-describedby={locked}
				onChange={({ currentTarget }) =>
					choose(offered.find((one) => one === currentTarget.value) ?? '')
				}
			>
				{none !== undefined && <option value="">{none}</option>}
				{offered.map((one) => (
					<option key={one} value={one}>
						{nameOf(one)}
					</option>
				))}
			</select>
		</label>
	);
}

/** A language by its name. */
export function LanguageChoice(props: ChoiceProps<string>) {
	const { language } = useTexts();
	const { value } = props;
	// To sort some fifty names takes longer than all the rest of the page: it is drawn first.
	const [isDrawn, setDrawn] = useState(false);
	useEffect(() => setDrawn(true), []);
	const offered = isDrawn ? languages(language, value) : value === '' ? [] : [value];
	return <Choice {...props} offered={offered} nameOf={(one) => languageName(one, language)} />;
}

/** Who may see it; `offered`: without those that are not to be chosen here. */
export function AudienceChoice({
	offered = AUDIENCES,
	...props
}: ChoiceProps<Audience> & { offered?: readonly Audience[] }) {
	const { t } = useTexts();
	return <Choice {...props} offered={offered} nameOf={(one) => t(NAMES[one])} />;
}

export const AUDIENCES: readonly Audience[] = ['public', 'unlisted', 'followers', 'direct'];
const NAMES = {
	public: 'audiencePublic',
	unlisted: 'audienceUnlisted',
	followers: 'audienceFollowers',
	direct: 'audienceDirect',
} as const satisfies Readonly<Record<Audience, Key>>;
