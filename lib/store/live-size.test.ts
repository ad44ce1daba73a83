import { expect, test } from 'vitest';
import { openSquare } from '../../tests/fixtures/square';
import { fetchNewer } from '../timeline';
import { liveBytes } from '.';

const A = 'https://one.example/me';

test('what live posts take grows with them', async () => {
	const square = await openSquare([A]);
	square.pageSize = 40;
	expect(await liveBytes()).toBe(0);
	for (let i = 0; i < 10; i++) square.publish([A]);
	await fetchNewer(A, { kind: 'home' });
	const ten = await liveBytes();
	expect(ten / 10).toBeGreaterThan(300);
	expect(ten / 10).toBeLessThan(2000);
	for (let i = 0; i < 10; i++) square.publish([A]);
	await fetchNewer(A, { kind: 'home' });
	expect((await liveBytes()) / ten).toBeCloseTo(2, 1);
});
