/** Imports point one way: entrypoints > components > lib rooms > store, networks, norms > text, model. */
const room = '^lib/([^/]+)/';
const unit = '\\.test\\.tsx?$';
/** npm packages that an adapter may use: they run in a service worker and take an injected fetch. */
const adapterPackages =
	'node_modules/(valibot|htmlparser2|entities|domhandler|domutils|domelementtype|@atcute/[^/]+)/';

module.exports = {
	forbidden: [
		{ name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
		{ name: 'resolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
		{
			name: 'rooms-have-one-door',
			comment:
				'From outside, import lib/room, not lib/room/inside. lib/networks/send.ts has its own rule.',
			severity: 'error',
			from: { path: '^(lib/([^/]+)/|lib/|components/|entrypoints/)', pathNot: unit },
			to: {
				path: room,
				pathNot: [
					'^lib/$2/',
					'^lib/[^/]+/index\\.tsx?$',
					'^lib/networks/(send|adapters|polling|windows)\\.ts$',
					'^lib/(archive|norms|search|outbox|writing)/[a-z-]*worker\\.ts$',
					'^lib/norms/rules/index\\.ts$',
					'^lib/balance/standing\\.ts$',
				],
			},
		},
		{
			name: 'rules-are-read-in-pages',
			comment: 'It takes the words of five languages: those who judge have what was found.',
			severity: 'error',
			from: {
				path: '^(lib/(norms|outbox)/|entrypoints/background)',
				pathNot: ['^lib/norms/rules/', unit],
			},
			to: { path: '^lib/norms/rules/' },
		},
		{
			name: 'words-stay-in-pages',
			comment: 'What judges without a person there has what pages found in a content.',
			severity: 'error',
			from: { path: '^lib/(outbox|norms)/worker\\.ts$' },
			to: { path: '^lib/norms/(topics/|tag-words)', reachable: true },
		},
		{
			name: 'one-door-out',
			comment: 'Only the outbox makes things appear on a network.',
			severity: 'error',
			from: { pathNot: ['^lib/(outbox|networks)/', unit, '^tests/'] },
			to: { path: '^lib/networks/send\\.ts$' },
		},
		{
			name: 'networks-are-strangers',
			severity: 'error',
			from: { path: '^lib/networks/([^/]+)/' },
			to: { path: '^lib/networks/([^/]+)/', pathNot: '^lib/networks/$1/' },
		},
		{
			name: 'networks-hold-nothing',
			severity: 'error',
			from: { path: '^lib/networks/', pathNot: unit },
			to: {
				path: '^(lib/|node_modules/)',
				pathNot: ['^lib/(networks/|text/|texts/|model/)', adapterPackages],
			},
		},
		{
			name: 'model-imports-nothing',
			severity: 'error',
			from: { path: '^lib/model/' },
			to: { path: '.', pathNot: '^lib/model/' },
		},
		{
			name: 'store-knows-only-model-and-text',
			severity: 'error',
			from: { path: '^lib/store/', pathNot: unit },
			to: { path: '^lib/', pathNot: '^lib/(store/|text/|model/)' },
		},
		{
			name: 'norms-are-pure',
			severity: 'error',
			from: { path: '^lib/norms/', pathNot: unit },
			to: { path: '^(lib/|node_modules/)', pathNot: '^lib/(norms/|text/|texts/|model/)' },
		},
		{
			name: 'lib-draws-nothing',
			severity: 'error',
			from: { path: '^lib/' },
			to: { path: '^(components|entrypoints)/|node_modules/(preact|@preact)/' },
		},
		{
			name: 'components-know-no-process',
			severity: 'error',
			from: { path: '^components/', pathNot: unit },
			to: {
				path: '^entrypoints/|node_modules/(idb|webextension-polyfill|wxt|@wxt-dev)/|^lib/browser\\.ts$',
			},
		},
		{
			name: 'one-browser',
			comment: 'The extension API is touched in lib/browser.ts and in entrypoints.',
			severity: 'error',
			from: { path: '^(lib|components)/', pathNot: ['^lib/browser\\.ts$', unit] },
			to: { path: 'node_modules/(webextension-polyfill|wxt|@wxt-dev)/' },
		},
		{
			name: 'no-orphans',
			severity: 'error',
			from: { orphan: true, pathNot: ['\\.d\\.ts$', unit, '\\.config\\.ts$'] },
			to: {},
		},
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.json' },
		enhancedResolveOptions: {
			extensions: ['.ts', '.tsx', '.js', '.mjs'],
			exportsFields: ['exports'],
			conditionNames: ['import', 'types', 'default'],
		},
	},
};
