import 'fake-indexeddb/auto';
import { afterEach, expect, it, vi } from 'vitest';
import type { Server, SignInWay } from '../../lib/model';
import { type Network, NetworkProblem } from '../../lib/networks';
import { type Me, surround } from '../../lib/sessions';
import { createSignIn, type Renewal, type SignInState, type SignInSteps } from './sign-in-steps';

let restore = () => {};
afterEach(() => restore());

const HOST = 'chaos.example';

function serverWith(signIn: readonly SignInWay[] | undefined): Server {
	return {
		host: HOST,
		origin: `https://${HOST}`,
		network: 'net',
		software: { name: 'soft', version: '1' },
		title: '',
		languages: [],
		links: {},
		counting: 'codePoints',
		limits: { characters: 500, media: 4 },
		features: [],
		traits: {},
		readAt: 0,
		...(signIn ? { signIn } : {}),
	};
}

function network(discover: Network['discover']): Network {
	return { id: 'net', discover, refresh: () => Promise.reject(new Error('not here')) };
}

function me(name: string): Me {
	const account = `did:${name}`;
	return {
		account,
		network: 'net',
		host: HOST,
		origin: `https://${HOST}`,
		handle: `${name}.${HOST}`,
		scopes: [],
		pin: { id: account, account },
		state: 'active',
		signedInAt: 0,
		features: [],
	};
}

type Given = {
	discover: Network['discover'];
	signIn(how: { again: boolean; handle?: string }, signal: AbortSignal): Promise<Me>;
	enter(how: { handle: string; password: string }): Promise<Me>;
	allow(pattern: string): Promise<boolean>;
};

function begin(given: Partial<Given>): { steps: SignInSteps; states: SignInState[] } {
	const never = () => Promise.reject(new Error('not reached'));
	const { discover = never, signIn = never, enter = never, allow = never } = given;
	restore = surround({
		networks: async () => [network(discover)],
		fetch: () => Promise.resolve(new Response('')),
	});
	const states: SignInState[] = [];
	const steps = createSignIn({
		services: {
			signIn: (_server, how, signal) => signIn(how, signal),
			askForPermission: allow,
		},
		enter: (_server, how) => enter(how),
		language: 'en',
		again: () => false,
		changed: (state) => states.push(state),
	});
	return { steps, states };
}

const finds = (ways: readonly SignInWay[] | undefined, handle?: string) => () =>
	Promise.resolve({ server: serverWith(ways), ...(handle ? { handle } : {}) });

const comesTo = (states: SignInState[], state: object) =>
	vi.waitFor(() => expect(states.at(-1)).toMatchObject(state));

it('does not ask again for a permission that it has', async () => {
	const asked: string[] = [];
	const { steps, states } = begin({
		// Somebody answers at the host, but no page may read it, whatever the browser allows.
		discover: () => Promise.reject(new NetworkProblem('unreachable', HOST)),
		allow: (pattern) => {
			asked.push(pattern);
			return Promise.resolve(true);
		},
	});
	steps.start(HOST);
	await comesTo(states, { step: 'permission' });
	steps.allow();
	await comesTo(states, {
		step: 'problem',
		text: { key: 'networkUnreachable', parameters: { host: HOST } },
	});
	expect(asked).toEqual(['https://chaos.example/*']);
});

it('opens the window of a server that names no way, with what was typed of the handle', async () => {
	const asked: object[] = [];
	const { steps, states } = begin({
		discover: finds(undefined, 'maria'),
		signIn: (how) => {
			asked.push(how);
			return Promise.resolve(me('maria'));
		},
	});
	steps.start('@maria@chaos.example');
	await comesTo(states, { step: 'done', handle: 'maria.chaos.example' });
	expect(states.at(-1)).not.toHaveProperty('wanted');
	expect(asked).toEqual([{ again: false, language: 'en', handle: 'maria' }]);
});

it('asks for a password where the server takes nothing else, with the handle filled in', async () => {
	const { steps, states } = begin({ discover: finds(['password'], 'maria.chaos.example') });
	steps.start('maria.chaos.example');
	await comesTo(states, { step: 'password', handle: 'maria.chaos.example', instead: false });
});

it('says why the page of the server is not used', async () => {
	const noWindow = { key: 'windowUntrusted', parameters: { host: HOST } };
	const server = { ...serverWith(['password']), noWindow };
	const { steps, states } = begin({ discover: () => Promise.resolve({ server }) });
	steps.start(HOST);
	await comesTo(states, { step: 'password', why: noWindow });
});

it('lets the person choose a password while the window is open', async () => {
	const signals: AbortSignal[] = [];
	const { steps, states } = begin({
		discover: finds(['window', 'password']),
		signIn: (_how, signal) => {
			signals.push(signal);
			return new Promise((_resolve, reject) => {
				signal.addEventListener('abort', () => reject(signal.reason));
			});
		},
		enter: ({ handle, password }) =>
			handle === 'maria' && password === 'aaaa-bbbb-cccc-dddd'
				? Promise.resolve(me('maria'))
				: Promise.reject(new NetworkProblem('refused', HOST, { said: 'Invalid identifier' })),
	});
	steps.start(HOST);
	await comesTo(states, { step: 'waiting', instead: true });
	steps.usePassword();
	await comesTo(states, { step: 'password', instead: true, working: false });
	expect(signals[0]?.aborted).toBe(true);
	steps.enter('maria', 'wrong');
	await comesTo(states, {
		step: 'password',
		handle: 'maria',
		working: false,
		text: { key: 'networkRefusedSaid' },
	});
	steps.enter('maria', 'aaaa-bbbb-cccc-dddd');
	await comesTo(states, { step: 'done', handle: 'maria.chaos.example' });
});

it('offers the password after the window failed, and the window after the password', async () => {
	const { steps, states } = begin({
		discover: finds(['window', 'password']),
		signIn: () => Promise.reject(new NetworkProblem('forbidden', HOST)),
	});
	steps.start(HOST);
	await comesTo(states, { step: 'problem', instead: true });
	steps.usePassword();
	await comesTo(states, { step: 'password', instead: true });
	steps.useWindow();
	await comesTo(states, { step: 'problem', text: { key: 'networkForbidden' }, instead: true });
});

const ended = (way: SignInWay | undefined): Renewal => ({
	account: 'did:maria',
	host: HOST,
	handle: 'maria.chaos.example',
	...(way ? { way } : {}),
});

it('renews what was signed in with a password by the form', async () => {
	const { steps, states } = begin({ discover: finds(['window', 'password']) });
	steps.start(HOST, ended('password'));
	await comesTo(states, { step: 'password', handle: 'maria.chaos.example', instead: true });
});

it('says so when another signed in than the one who was to be renewed', async () => {
	const { steps, states } = begin({
		discover: finds(['window']),
		signIn: (how) => Promise.resolve(me(how.again ? 'bob' : 'nobody')),
	});
	steps.start(HOST, ended(undefined));
	await comesTo(states, {
		step: 'done',
		handle: 'bob.chaos.example',
		wanted: 'maria.chaos.example',
	});
});

it('forgets what was tried when the person stops', async () => {
	const { steps, states } = begin({
		discover: (_typed, io) =>
			new Promise((_resolve, reject) => {
				io.signal.addEventListener('abort', () => reject(new NetworkProblem('cancelled', HOST)));
			}),
	});
	steps.start(HOST);
	await comesTo(states, { step: 'finding' });
	steps.stop();
	await new Promise((resolve) => setImmediate(resolve));
	expect(states.at(-1)).toEqual({ step: 'idle' });
});
