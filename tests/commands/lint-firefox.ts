import { ROOT } from '../browsers/extension';
import { program, runProcess } from './process';

const LIMIT_MS = 120_000;

type Finding = { code: string; message: string; file?: string; line?: number };

/**
 * Has an unpacked extension looked over by the check that Mozilla's store runs itself. Returns what it warns of; throws
 * with its words when it finds an error. https://github.com/mozilla/addons-linter
 */
export async function lintForFirefox(folder: string): Promise<{ warnings: string[] }> {
	const args = [folder, '--output', 'json'];
	const { code, output } = await runProcess(program('addons-linter'), args, ROOT, LIMIT_MS);
	const start = output.indexOf('{');
	if (start < 0) throw new Error(`addons-linter ended with ${code}:\n${output}`);
	const found: { errors: Finding[]; warnings: Finding[] } = JSON.parse(
		output.slice(start, output.lastIndexOf('}') + 1),
	);
	const words = ({ code: kind, message, file = '', line }: Finding) =>
		`${kind} ${file}${line === undefined ? '' : `:${line}`} ${message}`;
	if (code !== 0 || found.errors.length > 0)
		throw new Error(`Mozilla's check:\n${found.errors.map(words).join('\n')}`);
	return { warnings: found.warnings.map(words) };
}
