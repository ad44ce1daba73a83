import { expect, test } from 'vitest';
import { NetworkProblem } from '../../lib/networks';
import { silentView } from './silent-view';

const text = (host: string) => new NetworkProblem('busy', host).text;
const me = (features: readonly 'services'[]) => ({ host: 'home.example', features });

test.each([
	['its own server', 'home.example', ['services'], undefined],
	['whoever serves its timeline', 'api.example', ['services'], { host: 'api.example' }],
	['another host, where nobody else can be chosen', 'api.example', [], undefined],
] as const)('a failure of %s', (_who, host, features, view) => {
	expect(silentView(me(features), text(host))).toEqual(view);
});

test('a failure that names no host is nobody else’s', () => {
	expect(silentView(me(['services']), { key: 'actionFailed' })).toBeUndefined();
});

test('the directory of addresses serves nobody’s timeline', () => {
	const parameters = { directory: 'directory.example' };
	expect(
		silentView(me(['services']), { key: 'networkDirectorySilent', parameters }),
	).toBeUndefined();
});

test('nobody is to blame for what was not asked', () => {
	const offline = new NetworkProblem('offline', 'api.example').text;
	expect(silentView(me(['services']), offline)).toBeUndefined();
});

test.each([
	['may be exchanged', ['services'], {}],
	['stays, where nobody else can be chosen', [], undefined],
] as const)('whom the server chose without a word %s', (_what, features, view) => {
	const failure = { key: 'networkViewSilent', parameters: { server: 'home.example' } } as const;
	expect(silentView(me(features), failure)).toEqual(view);
});
