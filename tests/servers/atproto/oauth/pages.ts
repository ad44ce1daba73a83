import { randomBytes } from 'node:crypto';
import { type Answer, type Incoming, Refusal } from '../http/route';
import type { SignIn, World } from '../model';
import { findPerson, homeOf, personOf } from '../world';
import { formOf, needed } from './form';

const escaped = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const page = (title: string, body: string): Answer => ({
	html: `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>${escaped(title)}</title></head><body><main><h1>${escaped(title)}</h1>${body}</main></body></html>`,
});

/** A form of these pages carries all that they remember: no cookie is needed. */
const form = (action: string, uri: string, content: string): string =>
	`<form method="post" action="/oauth/authorize/${action}"><input type="hidden" name="request_uri" value="${escaped(uri)}">${content}</form>`;

function requestOf(world: World, home: number, uri: string): SignIn {
	const request = world.requests.get(uri);
	if (request?.home === home && request.ends > world.now() && request.code === undefined)
		return request;
	throw new Refusal(400, 'invalid_request', 'This request has expired or was answered already', {
		problem: true,
	});
}

/** Asks for name and password. */
export function show(world: World, home: number, { url, request }: Incoming): Answer {
	for (const name of url.searchParams.keys())
		if (!['client_id', 'request_uri', 'redirect_uri'].includes(name))
			throw new Refusal(400, 'invalid_request', `unknown parameter "${name}"`, { problem: true });
	const uri = url.searchParams.get('request_uri') ?? '';
	const found = requestOf(world, home, uri);
	if (found.clientId !== url.searchParams.get('client_id'))
		throw new Refusal(400, 'invalid_request', 'client_id mismatch', { problem: true });
	// Firefox reads from the address where a sign-in ends; what counts is what was pushed.
	if ((url.searchParams.get('redirect_uri') ?? found.redirect) !== found.redirect)
		world.problems.push('GET /oauth/authorize: another redirect_uri than the one that was pushed');
	if (/application\/json/.test(request.headers.accept ?? ''))
		world.problems.push('GET /oauth/authorize: a program asked for a page that is for people');
	return signInPage(world, home, uri, found.hint ?? '');
}

function signInPage(world: World, home: number, uri: string, name: string, wrong = ''): Answer {
	const { title } = homeOf(world, home);
	const fields = `<p><label for="name">Handle or e-mail</label> <input id="name" type="text" name="name" autocomplete="username" value="${escaped(name)}"></p><p><label for="password">Password</label> <input id="password" type="password" name="password" autocomplete="current-password"></p><p><button type="submit">Sign in</button></p>`;
	const alert = wrong === '' ? '' : `<p role="alert">${escaped(wrong)}</p>`;
	return page(`Sign in to ${title}`, alert + form('sign-in', uri, fields));
}

/** Takes name and password, and asks whether the program may. */
export function signIn(world: World, home: number, incoming: Incoming): Answer {
	const input = formOf(incoming, ['request_uri', 'name', 'password']);
	const uri = needed(input, 'request_uri');
	const request = requestOf(world, home, uri);
	const name = input.get('name') ?? '';
	const person =
		findPerson(world, name.replace(/^@/, '')) ??
		[...world.people.values()].find(({ email }) => email === name);
	if (person?.password !== input.get('password') || person?.home !== home)
		return signInPage(world, home, uri, name, 'Wrong handle or password');
	request.did = person.did;
	const asks = `<p>${escaped(request.clientName)} wants to act for ${escaped(person.handle)}.</p>`;
	const choice =
		'<button type="submit" name="answer" value="allow">Allow</button> <button type="submit" name="answer" value="deny">Deny</button>';
	return page(`Let ${request.clientName} in?`, asks + form('decide', uri, choice));
}

/** Leads back to the program, with a code or with a no. */
export function decide(world: World, home: number, incoming: Incoming): Answer {
	const input = formOf(incoming, ['request_uri', 'answer']);
	const request = requestOf(world, home, needed(input, 'request_uri'));
	if (request.did === undefined)
		throw new Refusal(400, 'invalid_request', 'Nobody has signed in', { problem: true });
	const back = new URL(request.redirect);
	back.searchParams.set('iss', homeOf(world, personOf(world, request.did).home).origin);
	if (request.state !== '') back.searchParams.set('state', request.state);
	request.code = `cod-${randomBytes(32).toString('hex')}`;
	if (input.get('answer') === 'allow') back.searchParams.set('code', request.code);
	else {
		back.searchParams.set('error', 'access_denied');
		back.searchParams.set('error_description', 'Access denied');
	}
	return { status: 303, headers: { location: back.href } };
}
