import { describe, expect, it } from 'vitest';
import { addressOf, mayContact, path, reach } from './address';

const where = (address: string) => reach(new URL(address).hostname);

describe('where a host lies', () => {
	it.each([
		'http://127.0.0.1',
		'http://127.9.9.9',
		'http://2130706433',
		'http://0x7f.1',
		'http://017700000001',
		'http://[::1]',
		'http://[::ffff:127.0.0.1]',
		'http://localhost',
		'http://LOCALHOST.',
		'http://a.localhost',
		'http://[64:ff9b::7f00:1]',
	])('%s is this machine', (address) => {
		expect(where(address)).toBe('loopback');
	});

	it.each([
		'http://10.0.0.1',
		'http://172.16.0.1',
		'http://172.31.255.255',
		'http://192.168.1.1',
		'http://169.254.169.254',
		'http://100.64.0.1',
		'http://0.0.0.0',
		'http://3232235777',
		'http://0xc0a80101',
		'http://[fd00::1]',
		'http://[fc00::]',
		'http://[fe80::1]',
		'http://[febf::1]',
		'http://[::]',
		'http://[::ffff:10.0.0.1]',
		'http://[2002:c0a8:101::]',
		'http://printer',
		'http://nas.local',
		'http://x.internal',
		'http://router.lan.',
		'http://255.255.255.255',
		'http://[ff02::1]',
	])('%s is its network', (address) => {
		expect(where(address)).toBe('private');
	});

	it.each([
		'http://chaos.example',
		'http://8.8.8.8',
		'http://172.32.0.1',
		'http://100.128.0.1',
		'http://[2001:db8::1]',
		'http://local.example',
		'http://[::ffff:8.8.8.8]',
		'http://münchen.example',
	])('%s is the internet', (address) => {
		expect(where(address)).toBe('internet');
	});
});

describe('what may be contacted', () => {
	const may = (url: string, home?: string) => mayContact(new URL(url), home);
	it('is https, and http on this machine for a server of this machine', () => {
		expect(may('https://a.example/', 'https://b.example')).toBe(true);
		expect(may('wss://a.example/', 'https://b.example')).toBe(true);
		expect(may('http://a.example/', 'https://b.example')).toBe(false);
		expect(may('http://a.example/', 'http://127.0.0.1:4000')).toBe(false);
		expect(may('http://127.0.0.1:4001/', 'http://127.0.0.1:4000')).toBe(true);
		expect(may('ws://localhost:4001/', 'http://127.0.0.1:4000')).toBe(true);
	});

	it('is never near for a server that is far, nor another neighbour for one in the house', () => {
		for (const near of [
			'http://127.0.0.1/',
			'https://127.0.0.1/',
			'https://[::1]/',
			'https://10.0.0.1/',
		]) {
			expect(may(near, 'https://a.example')).toBe(false);
			expect(may(near)).toBe(false);
		}
		expect(may('https://10.0.0.1/', 'https://10.0.0.1')).toBe(true);
		expect(may('https://10.0.0.2/', 'https://10.0.0.1')).toBe(false);
		expect(may('https://127.0.0.1/', 'https://10.0.0.1')).toBe(false);
	});

	it.each([
		'file:///etc/passwd',
		'data:text/plain,x',
		'ftp://a.example/',
		'https://user:pass@a.example/',
		'https://user@a.example/',
	])('is not %s', (address) => {
		expect(may(address, 'https://a.example')).toBe(false);
		expect(may(address, 'http://127.0.0.1')).toBe(false);
	});
});

describe('a path', () => {
	it('has its values encoded', () => {
		expect(path`/api/v1/statuses/${'a/b?c#d'}/context`).toBe(
			'/api/v1/statuses/a%2Fb%3Fc%23d/context',
		);
	});

	it.each(['..', '.', ''])('with the value "%s" is none', (value) => {
		const made = path`/api/v1/statuses/${value}/context`;
		expect(() => addressOf('https://a.example', made)).toThrow('unsafe');
		expect(() => addressOf('https://a.example', path`/api/v1/statuses/${value}`)).toThrow('unsafe');
	});

	it('keeps an ordinary id', () => {
		expect(addressOf('https://a.example', path`/s/${'01ABC.d:e'}`).href).toBe(
			'https://a.example/s/01ABC.d%3Ae',
		);
	});
});
