import { type MastodonServer, startMastodon } from '../../servers/mastodon';
import { test as base, expect } from '../town';

type Options = Parameters<typeof startMastodon>[0];

type Fixtures = {
	/** Starts a server of ours; the browser may speak with it, and at the end nothing wrong was asked of it. */
	place(options: Options): Promise<MastodonServer>;
};

/** Tests in which the extension speaks with servers on this machine. */
export const test = base.extend<Fixtures>({
	place: async ({ town }, use) => {
		const servers: MastodonServer[] = [];
		await use(async (options) => {
			const server = await startMastodon(options);
			servers.push(server);
			town.expectServers([server.origin]);
			return server;
		});
		for (const server of servers) {
			expect(server.problems, `what ${server.origin} refused`).toEqual([]);
			await server.stop();
		}
	},
});

export { expect };

/** How a person signs in there. */
export function login(
	server: MastodonServer,
	username: string,
): { name: string; password: string } {
	const person = server.people.find((one) => one.username === username);
	if (!person) throw new Error(`Nobody is called ${username} there.`);
	return { name: person.email, password: person.password };
}

/** Full handle of somebody there. */
export function handle(server: MastodonServer, username: string): string {
	return `@${username}@${new URL(server.origin).host}`;
}
