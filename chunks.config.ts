import { dirname, resolve } from 'node:path';
import { type BuildOptions, mergeConfig, parseAst } from 'vite';

type InfoOf = (id: string) => { code: string | null; importedIds: readonly string[] } | null;
/** What a module takes from another; no names: all of it. */
type Taken = { from: string; names: readonly string[] };
type Links = {
	/** For its own work. */
	own: Taken[];
	/** Only passed on, under this name; `*`: whatever else there is. */
	passed: { name: string; taken: Taken }[];
};

/** Doors of rooms, and of the library of icons: who takes a name through one does not need what else it leads to. */
const DOOR = /\/index\.ts$|\/lucide-preact\.m?js$/;

/** The modules that a page needs before it can draw. */
function neededBy(main: string, infoOf: InfoOf): ReadonlySet<string> {
	const seen = new Set<string>();
	const found = new Set<string>();
	const wanted: { id: string; name?: string | undefined }[] = [{ id: main }];
	for (let next = wanted.pop(); next; next = wanted.pop()) {
		const { id, name } = DOOR.test(next.id) ? next : { id: next.id };
		const info = infoOf(id);
		if (seen.has(`${id} ${name}`) || !info) continue;
		seen.add(`${id} ${name}`);
		found.add(id);
		const taken = taking(linksOf(id, info), name);
		wanted.push(...taken.flatMap(({ from, names }) => each(from, names, name)));
	}
	found.delete(main);
	return found;
}

function each(id: string, names: readonly string[], asked: string | undefined) {
	return names.length === 0
		? [{ id }]
		: names.map((one) => ({ id, name: one === '*' ? asked : one }));
}

/** What has to be there for one name of a module, or for all of it. */
function taking({ own, passed }: Links, name: string | undefined): readonly Taken[] {
	if (name === undefined) return [...own, ...passed.map(({ taken }) => taken)];
	const ways = passed.filter((one) => one.name === name);
	if (ways.length > 0) return ways.map(({ taken }) => taken);
	return [...own, ...passed.flatMap((one) => (one.name === '*' ? [one.taken] : []))];
}

function linksOf(id: string, { code, importedIds }: NonNullable<ReturnType<InfoOf>>): Links {
	if (code === null || !/\.(tsx?|m?js)$/.test(id)) {
		return { own: importedIds.map((from) => ({ from, names: [] })), passed: [] };
	}
	const links: Links = { own: [], passed: [] };
	for (const node of parseAst(code).body) {
		const source = 'source' in node ? node.source?.value : undefined;
		const from = source === undefined ? undefined : resolved(source, id, importedIds);
		if (from !== undefined) note(node, from, links);
	}
	return links;
}

type Statement = ReturnType<typeof parseAst>['body'][number];

function note(node: Statement, from: string, { own, passed }: Links): void {
	if (node.type === 'ExportAllDeclaration') {
		passed.push({ name: '*', taken: { from, names: ['*'] } });
	} else if (node.type === 'ExportNamedDeclaration') {
		for (const { local, exported } of node.specifiers)
			passed.push({ name: nameOf(exported), taken: { from, names: [nameOf(local)] } });
	} else if (node.type === 'ImportDeclaration') {
		const names = node.specifiers.flatMap((one) =>
			one.type === 'ImportSpecifier' ? [nameOf(one.imported)] : [],
		);
		own.push({ from, names: names.length === node.specifiers.length ? names : [] });
	}
}

function nameOf(node: { type: string; name?: string; value?: unknown }): string {
	return node.name ?? String(node.value);
}

/** The module that a specifier means, among those that the build found for its file. */
function resolved(specifier: string, by: string, ids: readonly string[]): string | undefined {
	const start = specifier.startsWith('.') ? resolve(dirname(by), specifier) : `/${specifier}/`;
	return (
		ids.find((id) => id === start || id.startsWith(`${start}.`)) ??
		ids.find((id) => id.startsWith(`${start}/`)) ??
		ids.find((id) => !specifier.startsWith('.') && id.includes(start))
	);
}

/**
 * Reached by the first page through the doors of rooms, and mostly not needed by it: what it does need of them comes
 * in small files of its own.
 */
const LATER =
	/\/lib\/(outbox|norms|people|archive|sessions)\/|\/lib\/text\/(html|count)\/|\/lib\/networks\/(?!x\/)|\/lib\/search\//;

/** Asked for when a composer is open; what they build on is there by then. */
const NORMS = {
	name: 'norms',
	test: /\/lib\/norms\/(?!gravity\.)/,
	includeDependenciesRecursively: false,
};

/** What the build itself adds to pages, and to whatever loads something later. */
const BY_THE_BUILD = /vite\/preload-helper|virtual:wxt-|rolldown\/runtime/;

/**
 * Brings what the first page needs in one file: the browser takes several milliseconds for each file of an extension,
 * one after the other, and left to itself the build makes twenty of them.
 */
export function joined(build: BuildOptions = {}): BuildOptions {
	const needs = new Map<string, ReadonlySet<string>>();
	const name = (id: string, modules: { getModuleInfo: InfoOf }) => {
		if (LATER.test(id)) return null;
		if (BY_THE_BUILD.test(id)) return 'common';
		const [app, popup] = ['app', 'popup'].map((page) => {
			const main = resolve(`entrypoints/${page}/main.tsx`);
			const known = needs.get(page) ?? neededBy(main, (one) => modules.getModuleInfo(one));
			needs.set(page, known);
			return known.has(id);
		});
		// Neither is to wait for what only the other needs.
		return app ? (popup ? 'common' : 'first') : popup ? 'writing' : null;
	};
	const groups = [
		{ ...NORMS, priority: 1 },
		{ name, debugName: 'first' },
	];
	const output = { codeSplitting: { groups } };
	return mergeConfig(build, { rolldownOptions: { output } }, false);
}
