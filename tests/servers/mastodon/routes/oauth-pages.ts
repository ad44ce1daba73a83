import { escapeHtml } from '../html';
import { covers } from '../http/answer';
import { any, text } from '../http/fields';
import { type Answer, type Call, type Route, route } from '../http/route';
import type { App, Person, World } from '../model';
import { makeCode, OOB } from './oauth';

/** The parameters of GET /oauth/authorize, which the forms carry through. */
const ASKED = {
	response_type: text,
	client_id: text,
	redirect_uri: text,
	scope: text,
	state: text,
	force_login: text,
	lang: text,
	code_challenge: text,
	code_challenge_method: text,
} as const;
const NAMES = Object.keys(ASKED) as (keyof typeof ASKED)[];
type Asked = { readonly [K in keyof typeof ASKED]?: string | undefined };

const WORDS = {
	en: {
		login: 'Log in',
		name: 'E-mail or user name',
		password: 'Password',
		wrong: 'Invalid name or password.',
		allow: 'Authorize',
		deny: 'Deny',
		asks: 'wants to use your account',
		copy: 'Copy this code to the application:',
	},
	de: {
		login: 'Anmelden',
		name: 'E-Mail oder Benutzername',
		password: 'Passwort',
		wrong: 'Name oder Passwort ist falsch.',
		allow: 'Autorisieren',
		deny: 'Ablehnen',
		asks: 'möchte dein Konto benutzen',
		copy: 'Gib diesen Code in der Anwendung ein:',
	},
};
const wordsFor = (lang: string | undefined) =>
	lang?.startsWith('de') ? { ...WORDS.de, lang: 'de' } : { ...WORDS.en, lang: 'en' };

function page(
	world: World,
	lang: string | undefined,
	title: string,
	body: string,
	status = 200,
): Answer {
	const words = wordsFor(lang);
	return {
		status,
		html: `<!DOCTYPE html><html lang="${words.lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>${escapeHtml(title)} - ${escapeHtml(world.title)}</title></head><body><main><h1>${escapeHtml(title)}</h1>${body}</main></body></html>`,
		headers: { 'cache-control': 'no-store', 'x-frame-options': 'DENY' },
	};
}

const hidden = (asked: Asked): string =>
	NAMES.map((name) => [name, asked[name]] as const)
		.filter(([name, value]) => value !== undefined && name !== 'force_login')
		.map(
			([name, value]) => `<input type="hidden" name="${name}" value="${escapeHtml(value ?? '')}">`,
		)
		.join('');

function loginPage(world: World, asked: Asked, wrong: boolean): Answer {
	const words = wordsFor(asked.lang);
	const { fields, loginPath, pages } = world.traits.oauth;
	const submit = pages === 'single' && world.traits.name !== 'snac' ? words.allow : words.login;
	const form = `<form method="post" action="${loginPath}">${hidden(asked)}<p><label>${words.name} <input type="text" name="${fields.login}" autocomplete="username" autocapitalize="off" required></label></p><p><label>${words.password} <input type="password" name="${fields.password}" autocomplete="current-password" required></label></p><button type="submit">${submit}</button></form>`;
	return page(
		world,
		asked.lang,
		words.login,
		`${wrong ? `<p role="alert">${words.wrong}</p>` : ''}${form}`,
		wrong && pages === 'separate' ? 422 : 200,
	);
}

function consentPage(world: World, asked: Asked, app: App, person: Person): Answer {
	const words = wordsFor(asked.lang);
	const scopes = (asked.scope ?? 'read')
		.split(/\s+/)
		.map((scope) => `<li>${escapeHtml(scope)}</li>`);
	const form = (decision: string, label: string): string =>
		`<form method="post" action="/oauth/authorize">${hidden(asked)}<input type="hidden" name="decision" value="${decision}"><button type="submit">${label}</button></form>`;
	return page(
		world,
		asked.lang,
		words.allow,
		`<p><strong>${escapeHtml(app.name)}</strong> ${words.asks}: @${escapeHtml(person.username)}</p><ul>${scopes.join('')}</ul>${form('allow', words.allow)}${form('deny', words.deny)}`,
	);
}

function failed(world: World, call: Call<never> | Call, why: string): Answer {
	call.note(why);
	return page(world, undefined, 'An error has occurred', `<p>${escapeHtml(why)}</p>`, 400);
}

/** The application, or what is wrong with the request; such a person is never sent on to an unknown address. */
function checked(world: World, asked: Asked): App | string {
	const app = world.apps.find(({ clientId }) => clientId === asked.client_id);
	if (!app) return 'Client authentication failed due to unknown client.';
	if (!app.redirectUris.includes(asked.redirect_uri ?? ''))
		return 'The redirect uri included is not valid.';
	if (asked.response_type !== 'code')
		return 'The authorization server does not support this response type.';
	if (!world.traits.oauth.pkce) return scopeProblem(world, app, asked) ?? app;
	if (asked.code_challenge !== undefined && asked.code_challenge_method !== 'S256') {
		return 'The code challenge method must be S256.';
	}
	return scopeProblem(world, app, asked) ?? app;
}

function scopeProblem(world: World, app: App, asked: Asked): string | undefined {
	if (!world.traits.oauth.strictScopes) return undefined;
	const scopes = (asked.scope ?? 'read').split(/\s+/);
	const beyond = scopes.filter((scope) => !covers(app.scopes, scope));
	return beyond.length === 0 ? undefined : `The requested scope is invalid: ${beyond.join(' ')}.`;
}

const sessions = new WeakMap<World, Map<string, string>>();

function sessionsOf(world: World): Map<string, string> {
	const known = sessions.get(world) ?? new Map<string, string>();
	sessions.set(world, known);
	return known;
}

function signedIn(world: World, call: Call<never> | Call): Person | undefined {
	const id = /\bsession=([\w-]+)/.exec(call.request.headers.cookie ?? '')?.[1];
	const person = id === undefined ? undefined : sessionsOf(world).get(id);
	return person === undefined ? undefined : world.people.get(person);
}

function search(asked: Asked, without: readonly string[] = []): string {
	const query = new URLSearchParams();
	for (const name of NAMES) {
		const value = asked[name];
		if (value !== undefined && !without.includes(name)) query.set(name, value);
	}
	return query.toString();
}

function authorize(call: Call<typeof ASKED>): Answer {
	const { world, input } = call;
	const app = checked(world, input);
	if (typeof app === 'string') return failed(world, call, app);
	const person = signedIn(world, call);
	const { pages, loginPath } = world.traits.oauth;
	const forced = input.force_login === 'true' || input.force_login === '1';
	if (pages === 'single') return loginPage(world, input, false);
	if (!person || forced) {
		return {
			status: 302,
			text: '',
			headers: { location: `${loginPath}?${search(input, ['force_login'])}` },
		};
	}
	return consentPage(world, input, app, person);
}

function login(call: Call<Record<string, typeof any>>): Answer {
	const { world, input } = call;
	const asked = readAsked(input);
	const app = checked(world, asked);
	if (typeof app === 'string') return failed(world, call, app);
	const { fields, pages } = world.traits.oauth;
	const name = String(dig(input, fields.login) ?? '').toLowerCase();
	const password = dig(input, fields.password);
	const person = [...world.people.values()].find(
		(one) => one.host === null && one.password !== '' && [one.username, one.email].includes(name),
	);
	if (!person || person.password !== password) return loginPage(world, asked, true);
	const session = `${person.id}-${Math.random().toString(36).slice(2)}`;
	sessionsOf(world).set(session, person.id);
	const cookie = { 'set-cookie': `session=${session}; Path=/; HttpOnly; SameSite=Lax` };
	if (pages === 'single') return granted(world, asked, app, person);
	return {
		status: 302,
		text: '',
		headers: { location: `/oauth/authorize?${search(asked)}`, ...cookie },
	};
}

function decide(call: Call<Record<string, typeof any>>): Answer {
	const { world, input } = call;
	if (world.traits.oauth.pages === 'single') return login(call);
	const asked = readAsked(input);
	const app = checked(world, asked);
	if (typeof app === 'string') return failed(world, call, app);
	const person = signedIn(world, call);
	if (!person)
		return {
			status: 302,
			text: '',
			headers: { location: `${world.traits.oauth.loginPath}?${search(asked)}` },
		};
	if (input['decision'] === 'allow') return granted(world, asked, app, person);
	const denied = {
		error: 'access_denied',
		error_description: 'The resource owner or authorization server denied the request.',
	};
	return sendBack(world, asked, denied);
}

function granted(world: World, asked: Asked, app: App, person: Person): Answer {
	const { code } = makeCode(world, {
		app,
		person: person.id,
		redirectUri: asked.redirect_uri ?? '',
		scopes: (asked.scope ?? 'read').split(/\s+/),
		challenge: world.traits.oauth.pkce ? asked.code_challenge : undefined,
	});
	return sendBack(world, asked, { code });
}

/** By redirect, or, for `oob`, on a page to copy from. */
function sendBack(world: World, asked: Asked, answer: Record<string, string>): Answer {
	const words = wordsFor(asked.lang);
	if (asked.redirect_uri === OOB) {
		const shown = answer['code'] ?? answer['error_description'] ?? '';
		return page(
			world,
			asked.lang,
			words.allow,
			`<p>${words.copy}</p><p><code>${escapeHtml(shown)}</code></p>`,
		);
	}
	const query = new URLSearchParams(answer);
	if (asked.state !== undefined) query.set('state', asked.state);
	const target = asked.redirect_uri ?? '';
	return {
		status: 302,
		text: '',
		headers: { location: `${target}${target.includes('?') ? '&' : '?'}${query}` },
	};
}

function readAsked(input: Record<string, unknown>): Asked {
	const pairs = NAMES.map((name) => [name, input[name]] as const);
	return Object.fromEntries(pairs.filter(([, value]) => typeof value === 'string')) as Asked;
}

/** `user[email]` in the parsed form. */
function dig(input: Record<string, unknown>, name: string): unknown {
	return name
		.split(/[[\]]+/)
		.filter((part) => part !== '')
		.reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], input);
}

const FORM = {
	...ASKED,
	decision: any,
	user: any,
	authorization: any,
	username: any,
	email: any,
	login: any,
	passwd: any,
	password: any,
} as Record<string, typeof any>;

export const OAUTH_PAGES: readonly Route[] = [
	route('GET /oauth/authorize', { input: ASKED }, authorize),
	route('POST /oauth/authorize', { input: FORM }, decide),
	...['/auth/sign_in', '/login'].map((path) =>
		route(`GET ${path}`, { input: ASKED }, ({ world, input }) => loginPage(world, input, false)),
	),
	...['/auth/sign_in', '/login', '/oauth/x-snac-login'].map((path) =>
		route(`POST ${path}`, { input: FORM }, login),
	),
];
