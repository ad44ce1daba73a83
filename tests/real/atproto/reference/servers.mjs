/**
 * The AT Protocol's reference servers in one process of their own, since they want a newer Node than the rest: a PLC
 * directory, a PDS and two AppViews. Talks to whoever started it over Node's IPC: tells `{ ready }` or `{ failed }`,
 * then answers each `{ id, order, … }` with `{ id, done }` or `{ id, failed }`. Ends when the other side is gone.
 */
import dns from 'node:dns';
import net from 'node:net';
import {
	BskyAppView,
	mockNetworkUtilities,
	ServerConfig,
	TestBsky,
	TestBsync,
	TestPds,
	TestPlc,
} from '@atproto/dev-env';

const HOME = '127.0.0.1';
/** Hosts of the AppViews; they have no other name. */
const VIEW = 'view.square.alt';
const OTHER_VIEW = 'view.foundation.alt';

// They listen on every interface when nobody says otherwise; nothing here is for others.
const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function onThisMachine(port, ...rest) {
	if (typeof port === 'number' || port === undefined) {
		const done = rest.find((one) => typeof one === 'function');
		return listen.call(this, { port: port ?? 0, host: HOME }, done);
	}
	return listen.call(this, typeof port === 'object' ? { ...port, host: HOME } : port, ...rest);
};
dns.setDefaultResultOrder('ipv4first');

/** The web as these servers see it: documents that clients publish (address → JSON), and names of their own. */
const documents = new Map();
const places = new Map();
const reach = globalThis.fetch;
globalThis.fetch = async (input, init) => {
	const url = new URL(input instanceof Request ? input.url : input);
	const json = documents.get(url.href);
	if (json) return Response.json(json);
	const place = places.get(url.origin);
	if (place) return reach(new URL(url.pathname + url.search, place), init);
	if (url.hostname === 'localhost' || url.hostname === HOME) return reach(input, init);
	throw new TypeError(`The reference servers asked for ${url.href}, which nobody offers.`);
};

/** Lets the PDS find services under their names when it passes questions on. */
function nameServices(context) {
	context.proxyAgent = context.proxyAgent.compose((dispatch) => (options, handler) => {
		const { origin } = new URL(options.origin);
		return dispatch({ ...options, origin: places.get(origin) ?? origin }, handler);
	});
}

async function startAll({ database, hostname }) {
	const plc = await TestPlc.create({});
	const bsync = await TestBsync.create({
		apiKeys: ['bsync-api-key'],
		dbUrl: database,
		dbSchema: 'bsync',
	});
	const pdsPort = await freePort();
	const viewPort = await freePort();
	const viewUrl = `http://localhost:${viewPort}`;
	places.set(`https://${VIEW}`, viewUrl);
	const view = await TestBsky.create({
		port: viewPort,
		publicUrl: hostname ? `https://${VIEW}` : viewUrl,
		serverDid: `did:web:${VIEW}`,
		plcUrl: plc.url,
		pdsPort,
		bsyncUrl: bsync.url,
		bsyncApiKey: 'bsync-api-key',
		repoProvider: `ws://localhost:${pdsPort}`,
		dbPostgresUrl: database,
		dbPostgresSchema: 'appview',
	});
	bsync.ctx.dataplaneClients = [view.ctx.dataplane];
	const pds = await TestPds.create({
		port: pdsPort,
		didPlcUrl: plc.url,
		bskyAppViewUrl: viewUrl,
		bskyAppViewDid: view.ctx.cfg.serverDid,
		bskyAppViewCdnUrlPattern: `${view.ctx.cfg.publicUrl}/img/%s/plain/%s/%s`,
		serviceHandleDomains: ['.test'],
		...(hostname ? { hostname } : {}),
	});
	mockNetworkUtilities(pds, view);
	nameServices(pds.ctx);
	return { plc, bsync, view, other: await startOtherView(view), pds };
}

/** A second AppView, run by somebody else over the same data: what a person can switch to. */
async function startOtherView(view) {
	const port = await freePort();
	const url = `http://localhost:${port}`;
	places.set(`https://${OTHER_VIEW}`, url);
	const did = `did:web:${OTHER_VIEW}`;
	const config = new ServerConfig({ ...view.ctx.cfg.cfg, port, serverDid: did });
	const server = BskyAppView.create({ config, signingKey: view.ctx.signingKey });
	await server.start();
	return { did, url, server };
}

function freePort() {
	return new Promise((resolve, reject) => {
		const server = net.createServer();
		server.once('error', reject);
		server.listen(0, () => {
			const { port } = server.address();
			server.close(() => resolve(port));
		});
	});
}

let running;

const orders = {
	async start(settings) {
		for (const [url, json] of Object.entries(settings.documents ?? {})) documents.set(url, json);
		running = await startAll(settings);
		const { plc, pds, view, other } = running;
		return {
			plc: plc.url,
			pds: pds.ctx.cfg.service.publicUrl,
			door: pds.url,
			view: { url: view.url, did: view.ctx.cfg.serverDid },
			other: { url: other.url, did: other.did },
		};
	},
	/** Publishes one more document on the web that only these servers see. */
	async publish({ url, json }) {
		documents.set(url, json);
	},
	/** Takes the AppView's door away or puts it back; what it knows stays. */
	async view({ up }) {
		const { view } = running;
		const http = view.server.server;
		if (up === http.listening) return;
		if (up) {
			await new Promise((resolve) => http.listen(view.port, resolve));
			return;
		}
		const closed = new Promise((resolve) => http.close(resolve));
		http.closeAllConnections();
		await closed;
	},
	/** Resolves when the AppView has read all that the PDS has written so far. */
	async settled() {
		const { view, bsync, pds } = running;
		await pds.processAll();
		const last = (await pds.ctx.sequencer.curr()) ?? 0;
		for (const end = Date.now() + 20_000; ; ) {
			await view.sub.processAll();
			if (((await view.sub.getCursor()) ?? 0) >= last) break;
			if (Date.now() > end) throw new Error(`The AppView did not come as far as ${last}.`);
			await new Promise((resolve) => setTimeout(resolve, 20));
		}
		await view.bsyncSub.processAll(await bsync.getStreamHeads());
	},
	/** Makes one of the people a labeler: a service in their DID document. */
	async labeler({ did }) {
		const { pds, plc } = running;
		await plc.getClient().updateData(did, pds.ctx.plcRotationKey, (data) => {
			data.services['atproto_labeler'] = { type: 'AtprotoLabeler', endpoint: pds.url };
			return data;
		});
		await pds.ctx.sequencer.sequenceIdentity(did);
	},
	/** What a labeler says of a post or an account, as the AppView would have read it from its stream. */
	async label({ src, uri, cid, val }) {
		const row = { src, uri, cid: cid ?? '', val, neg: false, cts: new Date().toISOString() };
		await running.view.db.db.insertInto('label').values(row).execute();
	},
	/** Bytes of memory that are in use. */
	async memory() {
		return process.memoryUsage().rss;
	},
};

process.on('message', async ({ id, order, ...rest }) => {
	try {
		process.send({ id, done: await orders[order](rest) });
	} catch (error) {
		process.send({ id, failed: error instanceof Error ? error.stack : String(error) });
	}
});
process.on('disconnect', () => process.exit(0));
