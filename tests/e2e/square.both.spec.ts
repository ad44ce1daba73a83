import { rawServer } from '../contract/raw-server';
import { test } from './steps/squares';
import { expect } from './town';

test('the browser reaches named hosts on this machine, and no other', async ({
	town,
	square,
	gateway,
}) => {
	await square({ named: true });
	town.expectServers(['https://mapped.example', 'https://nobody.example']);
	const plain = await rawServer();
	plain.answer = (_, response) =>
		response.setHeader('access-control-allow-origin', '*').end('here');
	town.map('mapped.example', plain.origin);
	await town.screen.open('#/');
	const ask = (url: string) =>
		town.screen.evaluate(async (address) => {
			try {
				const answer = await fetch(String(address));
				return `${answer.status} ${await answer.text()}`;
			} catch {
				return 'nobody';
			}
		}, url);
	expect(await ask('https://square.test/xrpc/_health')).toContain('"version"');
	expect(await ask('https://alice.square.test/.well-known/atproto-did')).toContain('did:plc:');
	expect(await ask('https://mapped.example/')).toBe('200 here');
	await plain.close();
	expect(await ask('https://nobody.example/')).toBe('nobody');
	expect(gateway.refused.splice(0)).toContain('nobody.example:443');
	expect(gateway.led).toContain('alice.square.test');
});
