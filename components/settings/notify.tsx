import { useState } from 'preact/hooks';
import { type Choices, writeSetting } from '../../lib/store';
import type { Key } from '../../lib/texts';
import { LoadProblem } from '../shared/problem';
import { useServices } from '../shared/services';
import { useSettings } from '../shared/settings';
import { useTexts } from '../shared/texts';
import { useLoad } from '../shared/use-load';

type Name = 'tellNeeds' | 'tellMentions';
const NAMES = ['tellNeeds', 'tellMentions'] as const satisfies readonly (keyof Choices & Key)[];

/** Notifications of the system, for what the person ticks; the browser asks at the first tick. */
export function Notify() {
	const { t } = useTexts();
	const { inBrowser } = useServices();
	const settings = useSettings();
	const { value: allowed, retry } = useLoad('notify', () => inBrowser.mayNotify(), ['settings']);
	const [refused, setRefused] = useState(false);
	const [error, setError] = useState<unknown>();
	const wanted = NAMES.filter((name) => settings[name] === 'on');
	const turnOn = async (name: Name) => {
		const yes = await inBrowser.askToNotify();
		setRefused(!yes);
		if (yes) await writeSetting(name, 'on');
		retry();
	};
	const turnOff = async (name: Name) => {
		await writeSetting(name, 'off');
		// What nothing needs any more is given back.
		if (wanted.length === 1) await inBrowser.dropNotify();
	};
	return (
		<section aria-labelledby="notify">
			<h2 id="notify">{t('notify')}</h2>
			<p class="quiet">{t('notifyWhy')}</p>
			{NAMES.map((name) => {
				const isOn = allowed === true && settings[name] === 'on';
				return (
					<label key={name} class="tick">
						<input
							type="checkbox"
							checked={isOn}
							onClick={(event) => {
								// It is on when the person has said yes to the browser too.
								event.preventDefault();
								setError(undefined);
								setRefused(false);
								(isOn ? turnOff(name) : turnOn(name)).catch(setError);
							}}
						/>
						{t(name)}
					</label>
				);
			})}
			<p role="status">
				{refused && t('notifyRefused')}
				{allowed === false && wanted.length > 0 && !refused && t('notifyWithdrawn')}
			</p>
			{error !== undefined && <LoadProblem error={error} />}
		</section>
	);
}
