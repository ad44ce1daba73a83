import { expect, test, vi } from 'vitest';
import type { Services } from '../../lib/model';
import { type FoundService, NetworkProblem } from '../../lib/networks';
import { createServing, type ServingState } from './serving-steps';

const VIEW = 'did:web:api.example#view';
const LABELER = 'did:plc:labels';
const known: Record<string, FoundService> = {
	[VIEW]: { name: VIEW, host: 'api.example', offers: 'view' },
	[LABELER]: { name: LABELER, host: 'labels.example', offers: 'labels' },
};

function begin(lookUp = (name: string) => Promise.resolve(known[name])) {
	const states: ServingState[] = [];
	const chosen: Services[] = [];
	const steps = createServing({
		lookUp,
		choose: (services) => {
			chosen.push(services);
			return Promise.resolve();
		},
		changed: (state) => states.push(state),
	});
	const comesTo = (state: object) => vi.waitFor(() => expect(states.at(-1)).toMatchObject(state));
	return { steps, states, chosen, comesTo };
}

test('shows what was found and stores it only then', async () => {
	const { steps, states, chosen, comesTo } = begin();
	steps.look({ view: VIEW, labelers: [LABELER] });
	await comesTo({
		step: 'found',
		candidate: { view: { host: 'api.example' }, labelers: [{ host: 'labels.example' }] },
	});
	expect(chosen).toEqual([]);
	const found = states.at(-1);
	if (found?.step !== 'found') throw new Error('nothing was found');
	steps.use(found.candidate);
	await comesTo({ step: 'done' });
	expect(chosen).toEqual([{ view: VIEW, viewHost: 'api.example', labelers: [LABELER] }]);
});

test('goes back to whom the server chose without asking anybody', async () => {
	const { steps, comesTo } = begin(() => Promise.reject(new Error('asked')));
	steps.look({});
	await comesTo({ step: 'found', candidate: { services: {}, labelers: [] } });
});

test.each([
	['nobody', { view: 'did:web:nobody.example#view' }, 'servicesNoView'],
	['a labeler for a view', { view: LABELER }, 'servicesNoView'],
	['a view for a labeler', { labelers: [VIEW] }, 'servicesNoLabeler'],
])('%s is not offered', async (_who, services, key) => {
	const { steps, chosen, comesTo } = begin();
	steps.look(services);
	await comesTo({ step: 'problem', text: { key } });
	expect(chosen).toEqual([]);
});

test('a service that does not answer is named', async () => {
	const { steps, comesTo } = begin(() =>
		Promise.reject(new NetworkProblem('unreachable', 'api.example')),
	);
	steps.look({ view: VIEW });
	await comesTo({ step: 'problem', text: { parameters: { host: 'api.example' } } });
});
