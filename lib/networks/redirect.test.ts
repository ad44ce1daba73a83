import { expect, it } from 'vitest';
import { problemOf, recordingIo } from '../../tests/contract/io';
import { ask } from './http';

it('a redirect is told apart from no answer where a browser hides where it leads', async () => {
	const hidden = Object.create(Response.error(), {
		type: { value: 'opaqueredirect' },
		status: { value: 0 },
		headers: { value: new Headers() },
		body: { value: null },
		text: { value: async () => '' },
	}) as Response;
	const { io } = recordingIo({ fetch: async () => hidden });
	const problem = await problemOf(ask(io, { url: 'https://chaos.example/api' }));
	expect(problem.kind).toBe('elsewhere');
	expect(problem.text).toEqual({
		key: 'networkElsewhere',
		parameters: { host: 'chaos.example' },
	});
});
