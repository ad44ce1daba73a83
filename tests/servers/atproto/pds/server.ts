import { type Call, procedure, query, Refusal } from '../http/route';
import type { Grant, World } from '../model';
import { documentOf, findPerson, homeOf, seenDid } from '../world';
import { grantTo, turn } from './grants';

const APP_PASSWORD = /^[a-z0-9]{4}(-[a-z0-9]{4}){3}$/;

export const SERVER = [
	query('_health', 'none', '', () => ({ version: '0.4.219' })),
	query('com.atproto.server.describeServer', 'none', '', ({ world, home }) => {
		const { did, domains, links, contact, inviteCodeRequired } = homeOf(world, home);
		return {
			did: world.stranger ? `${did}-stranger` : did,
			availableUserDomains: domains,
			inviteCodeRequired,
			phoneVerificationRequired: false,
			links,
			...(contact ? { contact } : {}),
		};
	}),
	procedure(
		'com.atproto.server.createSession',
		'none',
		'identifier! password! authFactorToken allowTakendown',
		({ world, home, text, note }) => {
			const who = text('identifier');
			const found =
				findPerson(world, who) ??
				[...world.people.values()].find(({ email }) => email === who.toLowerCase());
			if (!found || found.home !== home || !who.includes('.')) throw wrong();
			const password = text('password');
			if (password === found.password)
				note('the main password was typed where one for this app alone belongs');
			else if (!found.appPasswords.includes(password)) throw wrong();
			return shown(
				world,
				grantTo(world, found, {
					way: 'password',
					scope: APP_PASSWORD.test(password) ? 'com.atproto.appPass' : 'com.atproto.access',
				}),
			);
		},
	),
	procedure('com.atproto.server.refreshSession', 'refresh', '', (call) =>
		shown(call.world, turn(call.world, granted(call))),
	),
	procedure('com.atproto.server.deleteSession', 'refresh', '', (call) => {
		granted(call).revoked = true;
		return undefined;
	}),
	query('com.atproto.server.getSession', 'user', '', (call) => {
		const { accessJwt: _, refreshJwt: __, ...rest } = shown(call.world, granted(call));
		return rest;
	}),
];

const wrong = () => new Refusal(401, 'AuthenticationRequired', 'Invalid identifier or password');

function granted({ grant }: Call): Grant {
	if (!grant) throw new Error('A call came through without a grant.');
	return grant;
}

function shown(world: World, grant: Grant) {
	const person = world.people.get(grant.did);
	if (!person) throw new Refusal(400, 'InvalidRequest', 'Could not find user info for account');
	return {
		accessJwt: grant.access,
		refreshJwt: grant.refresh,
		handle: person.handle,
		did: seenDid(world, person.did),
		didDoc: documentOf(world, person),
		email: person.email,
		emailConfirmed: true,
		active: true,
	};
}
