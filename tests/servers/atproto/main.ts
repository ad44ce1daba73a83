import { parseArgs } from 'node:util';
import { startSquare } from './index';
import { SEEDS, type SeedName } from './seeds';

const HELP = `node tests/run.mjs tests/servers/atproto/main.ts [options]
  --port 4100 (a free one if left out)   --seed ${Object.keys(SEEDS).join('|')}   --named   --check (start, print, stop)`;

/** Starts a town square by hand; it runs until it is interrupted. */
export async function run(argv: string[]): Promise<number> {
	const { values } = parseArgs({
		args: argv,
		options: {
			port: { type: 'string', default: '0' },
			seed: { type: 'string', default: 'foundation' },
			named: { type: 'boolean', default: false },
			check: { type: 'boolean' },
			help: { type: 'boolean' },
		},
	});
	if (values.help || !(values.seed in SEEDS)) {
		console.log(HELP);
		return values.help ? 0 : 1;
	}
	const square = await startSquare({
		port: Number(values.port),
		seed: values.seed as SeedName,
		named: values.named,
	});
	console.log(`${square.known} at ${square.origin}, the other server at ${square.otherOrigin}`);
	console.log(
		`who serves timelines: ${square.views.map(({ did }) => `${did}#bsky_appview`).join(', ')}`,
	);
	for (const { handle, password, appPasswords } of square.people)
		console.log(`  ${handle.padEnd(22)} ${password}  for apps: ${appPasswords.join(' ')}`);
	if (!values.check) await new Promise((resolve) => process.once('SIGINT', resolve));
	await square.stop();
	if (square.problems.length > 0)
		console.log(['What no client may do:', ...square.problems].join('\n  '));
	return 0;
}
