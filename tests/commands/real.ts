import { mkdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { ARTIFACTS } from '../browsers/extension';
import { ensureBrowsers } from '../browsers/install';
import { referencePrograms } from '../real/atproto/packages';
import { snacProgram } from '../servers/snac/program';
import { journeysOnRealServers } from './gate-e2e';
import { report } from './gate-report';
import { builds } from './gate-static';
import { takeSteps } from './gate-step';
import { realServerTests } from './gate-unit';

/**
 * `npm run test:real`: the adapters and the journeys on servers that nobody here wrote, in both browsers: snac, and
 * the AT Protocol's reference servers. Apart from `npm test`, because it may have to fetch them. The last line is
 * `N passed, N failed`.
 */
export async function run(): Promise<number> {
	const start = performance.now();
	const browsers = ['chromium', 'firefox'] as const;
	ensureBrowsers(browsers);
	snacProgram();
	referencePrograms();
	const reports = resolve(ARTIFACTS, 'test');
	mkdirSync(reports, { recursive: true });
	for (const name of ['adapters', 'real'])
		rmSync(resolve(reports, `${name}.json`), { force: true });
	const results = await takeSteps(builds(), 2);
	results.push(...(await takeSteps([realServerTests()], 1)));
	if (results.slice(0, browsers.length).every(({ failed }) => failed === 0)) {
		results.push(...(await takeSteps([journeysOnRealServers(browsers)], 1)));
	}
	return report(results, (performance.now() - start) / 1000);
}
