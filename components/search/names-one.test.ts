import { expect, it } from 'vitest';
import { namesOne } from './names-one';

it.each([
	['@maria@chaos.example', true],
	[' https://chaos.example/@maria/1 ', true],
	['https://chaos.example', true],
	['@maria', false],
	['@maria@chaos', false],
	['maria@chaos.example', false],
	['http://chaos.example/', false],
	['https://chaos.', false],
	['https://', false],
	['see https://chaos.example/1', false],
	['tea', false],
])('"%s" names one: %s', (query, names) => {
	expect(namesOne(query)).toBe(names);
});
