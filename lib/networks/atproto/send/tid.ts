import type { Io } from '../../io';

const LETTERS = '234567abcdefghijklmnopqrstuvwxyz';

/**
 * A new record key (https://atproto.com/specs/tid): microseconds and ten random bits. Later than every other that this
 * process made for the repository, so that the posts of a thread stand in their order.
 */
export function nextTid(repo: string, io: Pick<Io, 'now' | 'random' | 'memory'>): string {
	const name = `tid ${repo}`;
	const [high = 0, low = 0, first = 0, second = 0] = io.random(4);
	const fraction = ((high << 8) | low) % 1000;
	const last = Number(io.memory.get(name) ?? 0);
	const micros = Math.max(io.now() * 1000 + fraction, last + 1);
	io.memory.set(name, String(micros));
	return letters(micros, 11) + letters(((first << 8) | second) % 1024, 2);
}

/** Base 32, whose letters are in the order of the digits. */
function letters(value: number, length: number): string {
	let text = '';
	for (let rest = value; text.length < length; rest = Math.floor(rest / 32))
		text = `${LETTERS[rest % 32]}${text}`;
	return text;
}
