import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { type Choices, writeSetting } from '../../lib/store';
import type { Key } from '../../lib/texts';
import { LoadProblem } from '../shared/problem';
import { useSettings } from '../shared/settings';
import { useTexts } from '../shared/texts';

/** Ticks of their own ask the browser first. */
type Shown = Omit<Choices, 'tellNeeds' | 'tellMentions'>;
type Titles = { [K in keyof Shown]: readonly { value: Choices[K]; title: Key }[] };

const CHOICES: Titles = {
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
	size: [
		{ value: 'small', title: 'sizeSmall' },
		{ value: 'normal', title: 'sizeNormal' },
		{ value: 'large', title: 'sizeLarge' },
		{ value: 'largest', title: 'sizeLargest' },
	],
	undo: [
		{ value: '0', title: 'undoNone' },
		{ value: '5', title: 'undo5' },
		{ value: '10', title: 'undo10' },
		{ value: '20', title: 'undo20' },
		{ value: '30', title: 'undo30' },
	],
	shortcuts: [
		{ value: 'on', title: 'on' },
		{ value: 'off', title: 'off' },
	],
	remoteMedia: [
		{ value: 'show', title: 'remoteMediaShow' },
		{ value: 'ask', title: 'remoteMediaAsk' },
	],
	previews: [
		{ value: '0', title: 'previewsNone' },
		{ value: '50', title: 'previewsLittle' },
		{ value: '200', title: 'previewsMiddling' },
		{ value: '1000', title: 'previewsMuch' },
	],
	retention: [
		{ value: '10k', title: 'retention10k' },
		{ value: '50k', title: 'retention50k' },
		{ value: '200k', title: 'retention200k' },
		{ value: 'all', title: 'retentionAll' },
	],
	carousel: [
		{ value: 'on', title: 'on' },
		{ value: 'off', title: 'off' },
	],
};

type GroupProps = {
	id: string;
	title: Key;
	children(failed: (error: unknown) => void): ComponentChildren;
};

/** A part of the settings. Every choice is kept at once; what could not be kept is said below. */
function Group({ id, title, children }: GroupProps) {
	const { t } = useTexts();
	const [error, setError] = useState<unknown>();
	return (
		<section aria-labelledby={id}>
			<h2 id={id} tabIndex={-1}>
				{t(title)}
			</h2>
			{children(setError)}
			{error !== undefined && <LoadProblem error={error} />}
		</section>
	);
}

/** Language and looks. */
export function Appearance() {
	const { t } = useTexts();
	return (
		<Group id="appearance" title="appearance">
			{(failed) => (
				<>
					<Choice name="language" title="language" failed={failed} />
					<Choice name="theme" title="theme" failed={failed} />
					<Choice name="density" title="density" failed={failed} />
					<Choice name="size" title="size" failed={failed} />
					<p class="quiet">{t('appearanceSystem')}</p>
				</>
			)}
		</Group>
	);
}

/** How lists are drawn, and what is loaded of other hosts. */
export function Reading() {
	const { t } = useTexts();
	return (
		<Group id="reading" title="settingsReading">
			{(failed) => (
				<>
					<Choice name="carousel" title="carouselSetting" failed={failed} />
					<p class="quiet">{t('carouselNote')}</p>
					<Choice name="remoteMedia" title="remoteMedia" failed={failed} />
					<p class="quiet">{t('remoteMediaNote')}</p>
					<Choice name="previews" title="previews" failed={failed} />
					<p class="quiet">{t('previewsNote')}</p>
				</>
			)}
		</Group>
	);
}

/** Keys of one sign, and where they are listed. */
export function Keys() {
	const { t } = useTexts();
	return (
		<Group id="keys" title="settingsKeys">
			{(failed) => (
				<>
					<Choice name="shortcuts" title="shortcuts" failed={failed} />
					<p class="quiet">{t('shortcutsNote')}</p>
				</>
			)}
		</Group>
	);
}

/** How long a post waits before it leaves. */
export function Writing() {
	const { t } = useTexts();
	return (
		<Group id="writing" title="settingsWriting">
			{(failed) => (
				<>
					<Choice name="undo" title="undoTime" failed={failed} />
					<p class="quiet">{t('undoNote')}</p>
				</>
			)}
		</Group>
	);
}

type ChoiceProps<K extends keyof Shown> = { name: K; title: Key; failed(error: unknown): void };

/** One setting, kept at once. */
export function Choice<K extends keyof Shown>({ name, title, failed }: ChoiceProps<K>) {
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
