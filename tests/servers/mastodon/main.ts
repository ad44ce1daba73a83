import { parseArgs } from 'node:util';
import { type Personality, startMastodon } from './index';
import { PERSONALITIES } from './personalities';
import { SEEDS, type SeedName } from './seeds';

const HELP = `node tests/run.mjs tests/servers/mastodon/main.ts [options]
  --personality ${Object.keys(PERSONALITIES).join('|')}
  --port 4000 (a free one if left out)   --seed ${Object.keys(SEEDS).join('|')}   --check (start, print, stop)`;

/** Starts a server by hand; it runs until it is interrupted. */
export async function run(argv: string[]): Promise<number> {
	const { values } = parseArgs({
		args: argv,
		options: {
			personality: { type: 'string', default: 'mastodon-4.5' },
			port: { type: 'string', default: '0' },
			seed: { type: 'string' },
			check: { type: 'boolean' },
			help: { type: 'boolean' },
		},
	});
	const seed = values.seed ?? (values.personality === 'square' ? 'square' : 'town');
	if (values.help || !(values.personality in PERSONALITIES) || !(seed in SEEDS)) {
		console.log(HELP);
		return values.help ? 0 : 1;
	}
	const server = await startMastodon({
		personality: values.personality as Personality,
		port: Number(values.port),
		seed: seed as SeedName,
	});
	console.log(`${server.personality} at ${server.origin}, ${server.world.posts.size} posts`);
	for (const { username, email, password } of server.people)
		console.log(`  ${username.padEnd(12)} ${email}  ${password}`);
	if (!values.check) await new Promise((resolve) => process.once('SIGINT', resolve));
	await server.stop();
	if (server.problems.length > 0)
		console.log(['What no client may do:', ...server.problems].join('\n  '));
	return 0;
}
