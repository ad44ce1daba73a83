import { useEffect, useRef, useState } from 'preact/hooks';
import type { Instant } from '../../lib/model';
import { useTexts } from '../shared/texts';
import { instantOf, localTime } from './local-time';

/** Times nearer than this are over before anything is queued. */
const AHEAD_MS = 60_000;
const HOUR_MS = 3_600_000;

export function isTooSoon(at: Instant): boolean {
	return at < Date.now() + AHEAD_MS;
}

type LaterProps = {
	at: Instant | undefined;
	set(at: Instant | undefined): void;
	close(): void;
};

/** When it goes out: in the person's own time, and not in the past. */
export function Later({ at, set, close }: LaterProps) {
	const { t } = useTexts();
	const [typed, setTyped] = useState(at === undefined ? '' : localTime(at));
	const field = useRef<HTMLInputElement>(null);
	useEffect(() => field.current?.focus(), []);
	const wanted = instantOf(typed);
	const tooSoon = wanted !== undefined && isTooSoon(wanted);
	return (
		<div class="later">
			<label>
				{t('scheduleAt')}
				<input
					ref={field}
					type="datetime-local"
					value={typed}
					min={localTime(Date.now() + AHEAD_MS)}
					aria-invalid={tooSoon}
					aria-describedby="later-words"
					onInput={(event) => {
						const { value } = event.currentTarget;
						setTyped(value);
						const next = instantOf(value);
						set(next === undefined || isTooSoon(next) ? undefined : next);
					}}
				/>
			</label>
			{at === undefined && typed === '' && (
				<button
					type="button"
					class="link-button"
					onClick={() => {
						const next = Date.now() + HOUR_MS;
						setTyped(localTime(next));
						set(instantOf(localTime(next)));
					}}
				>
					{t('scheduleInAnHour')}
				</button>
			)}
			<button
				type="button"
				class="link-button"
				onClick={() => {
					set(undefined);
					close();
				}}
			>
				{t('scheduleClear')}
			</button>
			<p id="later-words" class={tooSoon ? 'problem-line' : 'quiet'}>
				{t(tooSoon ? 'scheduleTooSoon' : 'scheduleWords')}
			</p>
		</div>
	);
}
