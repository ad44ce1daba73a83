import { useState } from 'preact/hooks';
import { type Settings, writeSetting } from '../../lib/store';
import type { Key } from '../../lib/texts';
import { LoadProblem } from '../shared/problem';
import { useSettings } from '../shared/settings';
import { useTexts } from '../shared/texts';

type Choices = { [K in keyof Settings]: readonly { value: Settings[K]; title: Key }[] };

const CHOICES: Choices = {
	language: [
		{ value: 'auto', title: 'likeBrowser' },
		{ value: 'en', title: 'english' },
		{ value: 'de', title: 'german' },
	],
	theme: [
		{ value: 'auto', title: 'likeSystem' },
		{ value: 'light', title: 'themeLight' },
		{ value: 'dark', title: 'themeDark' },
	],
	density: [
		{ value: 'comfortable', title: 'comfortable' },
		{ value: 'compact', title: 'compact' },
	],
	shortcuts: [
		{ value: 'on', title: 'on' },
		{ value: 'off', title: 'off' },
	],
	remoteMedia: [
		{ value: 'show', title: 'remoteMediaShow' },
		{ value: 'ask', title: 'remoteMediaAsk' },
	],
};

/** Language, theme, density, keys and pictures of other hosts. Every choice is kept at once. */
export function Appearance() {
	const { t } = useTexts();
	const [error, setError] = useState<unknown>();
	return (
		<section aria-labelledby="appearance">
			<h2 id="appearance">{t('appearance')}</h2>
			<Choice name="language" title="language" failed={setError} />
			<Choice name="theme" title="theme" failed={setError} />
			<Choice name="density" title="density" failed={setError} />
			<Choice name="shortcuts" title="shortcuts" failed={setError} />
			<p class="quiet">{t('shortcutsNote')}</p>
			<Choice name="remoteMedia" title="remoteMedia" failed={setError} />
			<p class="quiet">{t('remoteMediaNote')}</p>
			{error !== undefined && <LoadProblem error={error} />}
		</section>
	);
}

type ChoiceProps<K extends keyof Settings> = { name: K; title: Key; failed(error: unknown): void };

function Choice<K extends keyof Settings>({ name, title, failed }: ChoiceProps<K>) {
	const { t } = useTexts();
	const current = useSettings()[name];
	return (
		<fieldset class="radio-row">
			<legend>{t(title)}</legend>
			{CHOICES[name].map((choice) => (
				<label key={choice.value} class="chip">
					<input
						type="radio"
						name={name}
						checked={choice.value === current}
						onChange={() => {
							writeSetting(name, choice.value).catch(failed);
						}}
					/>
					{t(choice.title)}
				</label>
			))}
		</fieldset>
	);
}
