import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOSTED } from '../../fixtures/hosted';
import { type Ref, type Reference, startReference } from '.';
import { BACK, DOCUMENT } from './adapter';
import { walkAuthorize } from './authorize';
import { type Granted, plainClient } from './client';
import { Refused, xrpc } from './people';

const POST = 'app.bsky.feed.post';
const SCOPE = 'atproto transition:generic';

let net: Reference;
beforeAll(async () => {
	net = await startReference({ people: ['ann', 'ben'], documents: { [HOSTED]: DOCUMENT } });
});
afterAll(() => net?.stop());

const post = (text: string) => ({ $type: POST, text, createdAt: new Date().toISOString() });
const repo = (who: string) => net.person(who).did;

async function refusal(answer: Promise<unknown>): Promise<Refused> {
	const why = await answer.then(
		() => expect.fail('it was answered'),
		(caught: unknown) => caught,
	);
	if (why instanceof Refused) return why;
	throw why;
}

describe('records of the reference PDS', () => {
	const key = { collection: POST, rkey: '3zzzzzzzzzz22' };
	const put = (record: object, more: object = {}) =>
		net.ask<Ref>(
			'ann',
			'com.atproto.repo.putRecord',
			{},
			{ repo: repo('ann'), ...key, record, ...more },
		);

	it('takes the same record under the same key twice, and it is one', async () => {
		const record = post('Only once');
		const first = await put(record);
		const head = () =>
			xrpc<Ref>(net.pds, 'com.atproto.sync.getLatestCommit', { params: { did: repo('ann') } });
		const before = await head();
		const { uri, cid } = await put(record);
		expect({ uri, cid }).toEqual({ uri: first.uri, cid: first.cid });
		expect(await head()).toEqual(before);
	});

	it('fails as if it were broken when a key that is taken is created', async () => {
		const input = { repo: repo('ann'), ...key, record: post('Only once') };
		const why = await refusal(net.ask('ann', 'com.atproto.repo.createRecord', {}, input));
		expect(why.status).toBe(500);
		expect(why.body).toMatchObject({ error: 'InternalServerError' });
	});

	it('overwrites with another record, but not where none is expected', async () => {
		const why = await refusal(put(post('Another'), { swapRecord: null }));
		expect(why).toMatchObject({ status: 400, body: { error: 'InvalidSwap' } });
		const second = await put(post('Another'));
		const now = await xrpc<{ cid: string }>(net.pds, 'com.atproto.repo.getRecord', {
			params: { repo: repo('ann'), ...key },
		});
		expect(now.cid).toBe(second.cid);
	});

	it('refuses 301 graphemes and takes 300, whatever they are made of', async () => {
		const family = '👨‍👩‍👧‍👦';
		const write = (text: string) =>
			net.ask<Ref>(
				'ben',
				'com.atproto.repo.createRecord',
				{},
				{ repo: repo('ben'), collection: POST, record: post(text) },
			);
		expect((await write(family + 'é'.repeat(299))).cid).toMatch(/^bafy/);
		expect(await refusal(write('é'.repeat(301)))).toMatchObject({
			status: 400,
			body: { error: 'InvalidRequest' },
		});
		// 120 families are 120 graphemes and exactly 3000 bytes.
		expect((await write(family.repeat(120))).cid).toMatch(/^bafy/);
		expect((await refusal(write(family.repeat(121)))).status).toBe(400);
	});

	it('shows a repository to anybody', async () => {
		const { records } = await xrpc<{ records: readonly { uri: string }[] }>(
			net.pds,
			'com.atproto.repo.listRecords',
			{ params: { repo: repo('ann'), collection: POST } },
		);
		expect(records.map(({ uri }) => uri)).toEqual([`at://${repo('ann')}/${POST}/${key.rkey}`]);
		const car = await fetch(`${net.pds}/xrpc/com.atproto.sync.getRepo?did=${repo('ann')}`);
		expect(car.headers.get('content-type')).toBe('application/vnd.ipld.car');
		expect((await car.arrayBuffer()).byteLength).toBeGreaterThan(200);
	});
});

describe('sessions of the reference PDS', () => {
	type Tokens = { accessJwt: string; refreshJwt: string };
	const enter = (password: string) =>
		xrpc<Tokens>(net.pds, 'com.atproto.server.createSession', {
			input: { identifier: net.person('ann').handle, password },
		});

	it('with an app password are renewed, and an ended one is over', async () => {
		const first = await enter(net.person('ann').appPassword);
		const renew = (token: string) =>
			xrpc<Tokens>(net.pds, 'com.atproto.server.refreshSession', { token, input: {} });
		const second = await renew(first.refreshJwt);
		// Those who renew twice at once get the same successor for a while.
		const again = await renew(first.refreshJwt);
		expect(jti(again.refreshJwt)).toBe(jti(second.refreshJwt));
		await xrpc(net.pds, 'com.atproto.server.deleteSession', {
			token: second.refreshJwt,
			input: {},
		});
		const why = await refusal(renew(second.refreshJwt));
		expect(why).toMatchObject({ status: 400, body: { error: 'ExpiredToken' } });
	});

	it('are refused with the wrong password', async () => {
		expect(await refusal(enter('wrong'))).toMatchObject({
			status: 401,
			body: { error: 'AuthenticationRequired' },
		});
	});

	const windows = [
		['a hosted document', HOSTED, BACK],
		[
			'a program on this machine',
			`http://localhost?${new URLSearchParams({ redirect_uri: 'http://127.0.0.1/back', scope: SCOPE })}`,
			'http://127.0.0.1/back',
		],
	] as const;
	it.each(windows)(
		'by OAuth, for %s, end when a used refresh token is used again',
		async (_, id, back) => {
			const client = await plainClient(net.pds, id, back);
			const asked = await client.announce(SCOPE);
			expect(asked.status, JSON.stringify(asked.body)).toBe(201);
			const address = await walkAuthorize(String(asked.body['authorize']), net.person('ann'));
			expect(address.startsWith(back)).toBe(true);
			const { searchParams } = new URL(address);
			expect(searchParams.get('iss')).toBe(net.pds);
			const granted = await client.redeem(searchParams.get('code') ?? '');
			expect(granted.body).toMatchObject({ sub: repo('ann'), token_type: 'DPoP' });
			const renewed = await client.refresh(word(granted, 'refresh_token'));
			expect(renewed.status).toBe(200);
			const home = () => client.read('app.bsky.feed.getTimeline', word(renewed, 'access_token'));
			expect((await home()).status).toBe(200);
			const replayed = await client.refresh(word(granted, 'refresh_token'));
			expect(replayed).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
			expect(String(replayed.body['error_description'])).toMatch(/replayed/);
			const after = await client.refresh(word(renewed, 'refresh_token'));
			expect(after).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
		},
	);

	it('by OAuth are not begun when the person denies', async () => {
		const client = await plainClient(net.pds, HOSTED, BACK);
		const { body } = await client.announce(SCOPE);
		const address = await walkAuthorize(String(body['authorize']), net.person('ann'), true);
		expect(new URL(address).searchParams.get('error')).toBe('access_denied');
	});

	it('by OAuth are not begun for a client whose document nobody offers', async () => {
		const client = await plainClient(net.pds, 'https://nobody.example/client.json', BACK);
		expect((await client.announce(SCOPE)).status).toBe(400);
	});
});

const word = ({ body }: Granted, name: string): string => String(body[name]);

function jti(token: string): string {
	const [, claims = ''] = token.split('.');
	const read: { jti: string } = JSON.parse(Buffer.from(claims, 'base64url').toString());
	return read.jti;
}
