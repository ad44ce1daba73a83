import { expect, test } from 'vitest';
import { parseServices, typedServices } from './services-typed';

const nothing = { view: '', labelers: '', publicRead: '' };
const VIEW = 'did:web:api.example#view';

test('nothing typed is nothing chosen', () => {
	expect(parseServices(nothing)).toEqual({ services: {} });
});

test.each([
	['a view', { view: ` ${VIEW} ` }, { view: VIEW }],
	[
		'labelers, one a line, each once',
		{ labelers: 'did:plc:a\n did:plc:b, did:plc:a\n' },
		{ labelers: ['did:plc:a', 'did:plc:b'] },
	],
	['a host', { publicRead: 'public.example' }, { publicRead: 'https://public.example' }],
	['an address', { publicRead: 'https://a.example/x' }, { publicRead: 'https://a.example' }],
	['loopback', { publicRead: 'http://127.0.0.1:1' }, { publicRead: 'http://127.0.0.1:1' }],
])('%s', (_what, typed, services) => {
	expect(parseServices({ ...nothing, ...typed })).toEqual({ services });
});

test.each([
	[{ view: 'two names' }, 'view'],
	[{ publicRead: 'http://public.example' }, 'publicRead'],
	[{ publicRead: 'public' }, 'publicRead'],
	[{ publicRead: 'https://me:secret@a.example' }, 'publicRead'],
	[{ publicRead: 'javascript:alert(1)' }, 'publicRead'],
])('%j makes no sense', (typed, field) => {
	expect(parseServices({ ...nothing, ...typed })).toMatchObject({ field });
});

test('what is chosen stands in the fields as it is', () => {
	const services = { view: VIEW, labelers: ['did:plc:a'], publicRead: 'https://a.example' };
	expect(parseServices(typedServices(services))).toEqual({ services });
});
