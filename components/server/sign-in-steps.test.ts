import 'fake-indexeddb/auto';
import { afterEach, expect, it, vi } from 'vitest';
import { type Network, NetworkProblem } from '../../lib/networks';
import { surround } from '../../lib/sessions';
import { createSignIn, type SignInState } from './sign-in-steps';

let restore = () => {};
afterEach(() => restore());

/** Somebody answers at the host, but no page may read it, whatever the browser allows. */
const closed: Network = {
	id: 'closed',
	discover: () => Promise.reject(new NetworkProblem('unreachable', 'chaos.example')),
	refresh: () => Promise.reject(new Error('not here')),
};

it('does not ask again for a permission that it has', async () => {
	restore = surround({ networks: [closed], fetch: () => Promise.resolve(new Response('')) });
	const states: SignInState[] = [];
	const last = () => states.at(-1);
	const asked: string[] = [];
	const steps = createSignIn({
		services: {
			signIn: () => Promise.reject(new Error('not reached')),
			askForPermission: (pattern) => {
				asked.push(pattern);
				return Promise.resolve(true);
			},
		},
		language: 'en',
		again: () => false,
		changed: (state) => states.push(state),
	});
	steps.start('chaos.example');
	await vi.waitFor(() => expect(last()).toMatchObject({ step: 'permission' }));
	steps.allow();
	await vi.waitFor(() => expect(last()).toMatchObject({ step: 'problem' }));
	expect(last()).toMatchObject({
		text: { key: 'networkUnreachable', parameters: { host: 'chaos.example' } },
	});
	expect(asked).toEqual(['https://chaos.example/*']);
});
