import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { FaultName } from '../faults';
import { covers } from './http/answer';
import { type Desk, type LogEntry, logEntry, MAINTENANCE, refuseUpgrade } from './http/serve';
import type { Happening, Person, Token, World } from './model';
import { type Channel, eventFor, labels, type StreamEvent } from './stream-events';

const STREAMS = [
	'user',
	'user:notification',
	'public',
	'public:local',
	'public:remote',
	'public:media',
	'public:local:media',
	'public:remote:media',
	'hashtag',
	'hashtag:local',
	'list',
	'direct',
];

export type Streaming = { open(): number; stop(): void };

/** WebSockets at /api/v1/streaming; the token comes as subprotocol, in the query or in a header. */
export function attachStreaming(server: Server, desk: Desk): Streaming {
	const sockets = new WebSocketServer({
		noServer: true,
		handleProtocols: (protocols) => [...protocols][0] ?? false,
	});
	const hanging = new Set<Duplex>();
	server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
		upgrade(desk, sockets, hanging, request, socket as Socket, head);
	});
	return {
		open: () => sockets.clients.size,
		stop() {
			for (const client of sockets.clients) client.terminate();
			for (const socket of hanging) socket.destroy();
			sockets.close();
		},
	};
}

type Refused = { status: number; body: string; problem?: string };
type Admitted = { token: Token; who: Person; first: Channel | undefined };

function upgrade(
	desk: Desk,
	sockets: WebSocketServer,
	hanging: Set<Duplex>,
	request: IncomingMessage,
	socket: Socket,
	head: Buffer,
): void {
	const entry = logEntry(desk, request, 'websocket');
	const url = new URL(request.url ?? '/', desk.shop.world.origin);
	const fault = desk.faults.take('GET', url.pathname);
	entry.fault = fault?.name;
	if (fault?.name === 'silent-drop') {
		hanging.add(socket);
		return;
	}
	const result = broken(fault?.name) ?? admit(desk.shop.world, request, url, entry);
	if ('token' in result) {
		entry.status = 101;
		sockets.handleUpgrade(request, socket, head, (client) => serve(desk, client, result));
		return;
	}
	entry.status = result.status;
	if (result.problem) desk.shop.problems.push(`WebSocket ${url.pathname}: ${result.problem}`);
	refuseUpgrade(
		socket,
		result.status,
		result.body,
		result.body.startsWith('<') ? 'text/html' : 'text/plain',
	);
}

function broken(fault: FaultName | undefined): Refused | undefined {
	if (fault === '503-html') return { status: 503, body: MAINTENANCE };
	return fault === '429' ? { status: 429, body: 'Too many requests' } : undefined;
}

function admit(
	world: World,
	request: IncomingMessage,
	url: URL,
	entry: LogEntry,
): Refused | Admitted {
	if (!/^\/api\/v1\/streaming\/?$/.test(url.pathname) || world.traits.lacks.includes('streaming')) {
		return { status: 404, body: 'Not found' };
	}
	const [text, way] = tokenIn(request, url);
	entry.token = way;
	const token = world.tokens.find((one) => one.token === text);
	const who = token?.person === undefined ? undefined : world.people.get(token.person);
	if (!token || token.revoked || !who) {
		const refused = { status: 401, body: 'Invalid access token' };
		return token?.revoked ? refused : { ...refused, problem: 'no valid token of a person' };
	}
	const query = url.searchParams;
	const first = channelOf({
		stream: query.get('stream'),
		tag: query.get('tag'),
		list: query.get('list'),
	});
	if (!first || allowed(token, first)) return { token, who, first };
	return {
		status: 403,
		body: 'Access token does not have the required scopes',
		problem: `scope for ${first.stream}`,
	};
}

function tokenIn(request: IncomingMessage, url: URL) {
	const header = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
	if (header) return [header, 'header'] as const;
	const protocol = request.headers['sec-websocket-protocol'];
	if (protocol) return [protocol.split(',')[0]?.trim(), 'subprotocol'] as const;
	const query = url.searchParams.get('access_token');
	return query === null ? ([undefined, 'none'] as const) : ([query, 'query'] as const);
}

type AskedChannel = { stream?: unknown; tag?: unknown; list?: unknown };

function channelOf({ stream, tag, list }: AskedChannel): Channel | undefined {
	if (typeof stream !== 'string') return undefined;
	return {
		stream,
		tag: typeof tag === 'string' ? tag : undefined,
		list: typeof list === 'string' ? list : undefined,
	};
}

const allowed = (token: Token, { stream }: Channel): boolean =>
	covers(token.scopes, stream === 'user:notification' ? 'read:notifications' : 'read:statuses');

function serve(desk: Desk, client: WebSocket, { token, who, first }: Admitted): void {
	const { world, problems } = desk.shop;
	const channels: Channel[] = [];
	const fail = (why: string): void => {
		problems.push(`WebSocket: ${why}`);
		client.send(JSON.stringify({ error: why, status: 400 }));
	};
	const refusal = (channel: Channel): string | undefined => {
		const list = channel.list === undefined ? undefined : world.lists.get(channel.list);
		if (!STREAMS.includes(channel.stream)) return `unknown stream ${channel.stream}`;
		if (!allowed(token, channel)) return `missing scope for ${channel.stream}`;
		if (channel.stream === 'list' && list?.owner !== who.id) return 'no such list';
		return channel.stream.startsWith('hashtag') && !channel.tag ? 'no tag' : undefined;
	};
	const subscribe = (channel: Channel): void => {
		const why = refusal(channel);
		if (why === undefined) channels.push(channel);
		else fail(why);
	};
	if (first) subscribe(first);
	client.on('message', (data) => {
		const said = parse(String(data));
		const channel = said && channelOf(said);
		if (!channel) fail('a message that is no subscription');
		else if (said['type'] === 'subscribe') subscribe(channel);
		else if (said['type'] === 'unsubscribe') {
			const at = channels.findIndex((one) => labels(one).join() === labels(channel).join());
			if (at >= 0) channels.splice(at, 1);
		} else fail(`unknown message type ${String(said['type'])}`);
	});
	const listener = (happening: Happening): void => {
		if (happening.kind === 'revoked') {
			if (happening.token === token) client.close();
			return;
		}
		for (const channel of channels) {
			const event = eventFor(world, who, channel, happening);
			if (event) client.send(JSON.stringify({ stream: labels(channel), ...tampered(desk, event) }));
		}
	};
	world.listeners.add(listener);
	client.on('close', () => world.listeners.delete(listener));
}

/** The payload of an event is an entity, or the id of what was deleted. */
function tampered({ tamper }: Desk, event: StreamEvent): StreamEvent {
	const json = parse(event.payload ?? '');
	if (!tamper || !json) return event;
	return { ...event, payload: JSON.stringify(tamper('/api/v1/streaming', { json }).json) };
}

function parse(text: string): Record<string, unknown> | undefined {
	try {
		const value: unknown = JSON.parse(text);
		return typeof value === 'object' && value !== null
			? (value as Record<string, unknown>)
			: undefined;
	} catch {
		return undefined;
	}
}
