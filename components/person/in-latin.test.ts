import { expect, it } from 'vitest';
import { inLatin } from './in-latin';

it.each([
	['maria@chaos.example', undefined],
	['maria.square.example', undefined],
	['maria@ch\u0430os.example', '@maria@xn--chos-63d.example'],
	['m\u0430ria@chaos.example', '@m\\u{430}ria@chaos.example'],
])('%s is told from what looks alike', (handle, written) => {
	expect(inLatin(handle)).toBe(written);
});
