import { useEffect, useRef } from 'preact/hooks';
import { useSettings } from './settings';

/** By `event.key`, or two of them with a space between (`g h`). Returning false leaves the key to the browser. */
export type KeyMap = Readonly<Record<string, (event: KeyboardEvent) => unknown>>;

const SEQUENCE_MS = 1500;

/** What all parts of the page listen to: the second key of one part's sequence is no key of another's. */
const maps = new Set<{ current: KeyMap }>();

/**
 * Keys of the page. Not while something is typed or a dialog is open, and never with Ctrl, Alt or Meta. Keys that
 * are one sign can be turned off in the settings (WCAG 2.1.4).
 */
export function useKeys(map: KeyMap): void {
	const latest = useRef(map);
	latest.current = map;
	const enabled = useSettings().shortcuts === 'on';
	useEffect(() => {
		maps.add(latest);
		let before = { key: '', at: 0 };
		const onKeyDown = (event: KeyboardEvent) => {
			if (isBusy(event) || (!enabled && event.key.length === 1)) return;
			const inTime = event.timeStamp - before.at < SEQUENCE_MS;
			const name = nameOf(inTime ? before.key : '', event.key);
			before = { key: name === event.key ? name : '', at: event.timeStamp };
			if (run(latest.current, name, event)) event.preventDefault();
		};
		document.addEventListener('keydown', onKeyDown);
		return () => {
			maps.delete(latest);
			document.removeEventListener('keydown', onKeyDown);
		};
	}, [enabled]);
}

function run(map: KeyMap, name: string, event: KeyboardEvent): boolean {
	const does = Object.hasOwn(map, name) ? map[name] : undefined;
	return does !== undefined && does(event) !== false;
}

/** The name of the sequence that the key ends, else the key itself. */
function nameOf(before: string, key: string): string {
	const sequence = `${before} ${key}`;
	return [...maps].some(({ current }) => Object.hasOwn(current, sequence)) ? sequence : key;
}

function isBusy(event: KeyboardEvent): boolean {
	if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.isComposing)
		return true;
	const { target } = event;
	if (!(target instanceof HTMLElement)) return false;
	if (target.closest('dialog[open]')) return true;
	if (target.matches('textarea, select, [contenteditable]')) return true;
	return (
		target instanceof HTMLInputElement &&
		!['checkbox', 'radio', 'button', 'file'].includes(target.type)
	);
}

const TURNED: Readonly<Record<string, string>> = {
	ArrowLeft: 'ArrowRight',
	ArrowRight: 'ArrowLeft',
};

/** An arrow key as it leads along a line: `ArrowRight` goes on, where lines run to the left the other one does. */
export function alongLine(key: string, direction: 'ltr' | 'rtl'): string {
	return (direction === 'rtl' && TURNED[key]) || key;
}
