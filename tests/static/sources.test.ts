import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** What turns text into elements or code. Nothing of an archive may come near it, so nothing uses it. */
const FORBIDDEN =
	/\b(innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment|dangerouslySetInnerHTML|DOMParser|setHTML\w*|document\.write|srcdoc|eval\(|new Function)/g;

const sources = ['lib', 'components', 'entrypoints']
	.flatMap((folder) =>
		readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
	)
	.filter((name) => /\.tsx?$/.test(name));

describe('the sources', () => {
	it('turn no text into elements or code', () => {
		expect(sources.length).toBeGreaterThan(50);
		const found = sources.flatMap((name) =>
			(readFileSync(name, 'utf8').match(FORBIDDEN) ?? []).map((word) => `${name}: ${word}`),
		);
		expect(found).toEqual([]);
	});

	it('would be found out', () => {
		expect('a.innerHTML = b; new DOMParser(); eval("1")'.match(FORBIDDEN)).toHaveLength(3);
	});
});
