// The arrow of ARCHITECTURE.md as rules; run: npm run deps
// A rule's comment is what a reader sees when it breaks: it says why, and where the code should go instead.

/** folder below src/lib -> the other folders it may import (itself is always allowed) */
const mayImport = {
	domain: [],
	words: ['domain', 'merge', 'paraglide'],
	import: ['domain'],
	privacy: ['domain'],
	query: ['domain'],
	agreement: ['domain'],
	merge: ['domain', 'query'],
	report: ['domain', 'query', 'agreement', 'merge', 'words', 'paraglide'],
	exchange: ['domain'],
	contract: ['domain', 'query', 'words'],
	editor: ['domain', 'words', 'paraglide'],
	ui: ['domain', 'query', 'agreement', 'merge', 'words', 'paraglide', 'editor', 'contract'],
	'server/store': ['domain', 'query'],
	'server/auth': ['domain', 'server/store', 'server/access'],
	'server/access': ['domain', 'privacy', 'server/store'],
	'server/realtime': ['domain', 'server/store', 'server/access'],
	'server/parsing': ['domain', 'import'],
	'server/printing': ['report'],
	'server/views': [
		'domain',
		'privacy',
		'query',
		'agreement',
		'merge',
		'report',
		'exchange',
		'words',
		'contract',
		'server/store',
		'server/access',
		'server/realtime',
		'server/printing'
	],
	'server/commands': [
		'domain',
		'import',
		'privacy',
		'query',
		'agreement',
		'merge',
		'report',
		'exchange',
		'words',
		'contract',
		'server/store',
		'server/access',
		'server/auth',
		'server/realtime',
		'server/parsing'
	]
};

const why = {
	domain: 'The core knows no other stage, no framework, no database.',
	import: 'A parser turns bytes into drafts and warnings; it stores nothing.',
	privacy: 'Suggestions and decisions are pure; keys and texts are loaded by a command.',
	merge: 'A joint display is built from answers of query/ and from observations.',
	exchange: 'REFI-QDA maps the domain, not our tables.',
	'server/store': 'SQL knows rows and the domain (and the Query it answers); no parser, report or route.',
	'server/parsing': 'Threads that run the parsers; what becomes of a draft is up to a command.',
	'server/printing': 'A thread that makes PDF and Word files of documents; what stands in them is up to a view.',
	'server/views': 'A view reads; what changes something is a command.',
	editor: 'The editor turns what people type into RichText; it stores nothing and finds nothing itself.',
	ui: 'Components show values they are given; they ask for changes through a form or a callback.'
};

/** folder -> npm packages it may import; a pure folder without an entry takes none (Node built-ins neither) */
const packagesOf = {
	domain: [],
	words: [],
	privacy: [],
	query: [],
	agreement: [],
	merge: [],
	contract: ['zod'],
	import: ['fflate', 'saxes', 'papaparse', 'unpdf'],
	exchange: ['fflate', 'saxes'],
	report: ['docx', 'fflate', 'write-excel-file', 'papaparse', '@myriaddreamin/typst-ts-node-compiler']
};

/** npm packages -> the only folder that may know them, so that each can be replaced in one place */
const homes = [
	['kysely-pg-pglite', '(kysely|pg|pg-[^/]+|@electric-sql/[^/]+)', 'server/store'],
	['lucia-argon2', '(lucia|@node-rs/argon2|@oslojs/[^/]+|openid-client|@simplewebauthn/[^/]+)', 'server/auth'],
	['tiptap-prosemirror', '(@tiptap/[^/]+|prosemirror-[^/]+)', 'editor'],
	['zod', 'zod', 'contract']
];

const lib = (...names) => names.map((name) => `^src/lib/${name}/`);
const error = (rule) => ({ severity: 'error', ...rule });
const dashed = (folder) => folder.replace('/', '-');

const directions = Object.entries(mayImport).map(([folder, allowed]) =>
	error({
		name: `${dashed(folder)}-imports`,
		comment: `${why[folder] ?? ''} ${folder}/ may import: ${allowed.join(', ') || 'only itself'}.`.trim(),
		from: { path: `^src/lib/${folder}/` },
		to: { path: '^src/', pathNot: lib(folder, ...allowed) }
	})
);

const packages = Object.entries(packagesOf).map(([folder, names]) =>
	error({
		name: `${folder}-packages`,
		comment: `${folder}/ is pure; packages: ${names.join(', ') || 'none'}. No file, clock, network or process.`,
		from: { path: `^src/lib/${folder}/` },
		to: {
			dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown', 'core'],
			pathNot: names.map((name) => `node_modules/${name}/`)
		}
	})
);

const onePlace = homes.map(([name, pattern, home]) =>
	error({
		name: `only-${dashed(home)}-knows-${name}`,
		comment: `Put it behind a function in src/lib/${home}/.`,
		from: { path: '^src/', pathNot: lib(home) },
		to: { path: `node_modules/${pattern}/` }
	})
);

export default {
	forbidden: [
		error({ name: 'no-cycles', comment: 'Data goes one way.', from: {}, to: { circular: true } }),
		error({
			name: 'resolvable',
			comment: 'Run svelte-kit sync and paraglide first; imports within src/lib carry their extension.',
			from: {},
			to: {
				couldNotResolve: true,
				pathNot: '^([$]app/|[$]env/|[$]service-worker|[.]{1,2}/.*[$]types|[.]/[$]types|svelte/internal)'
			}
		}),
		...directions,
		...packages,
		...onePlace,
		error({
			name: 'two-doors',
			comment:
				'A route or a CLI command reads its input, calls one command or view, and answers. No SQL, no parser, no rule here.',
			from: { path: '^src/(routes|cli)/' },
			to: { path: '^src/lib/(import|privacy|report|exchange|server/(store|auth|realtime|parsing|printing))/' }
		}),
		error({
			name: 'doors-read-results-as-types',
			comment: 'query/, agreement/ and merge/ are called by a view; here only their types.',
			from: { path: '^src/(routes|cli)/' },
			to: { path: '^src/lib/(query|agreement|merge)/', dependencyTypesNot: ['type-only'] }
		}),
		error({
			name: 'contract-as-types-in-the-browser',
			comment: 'The schemas bring zod along; components only need the types.',
			from: { path: '^src/lib/(ui|editor)/' },
			to: { path: '^src/lib/contract/', dependencyTypesNot: ['type-only'] }
		}),
		error({
			name: 'all-sentences-stay-at-the-server',
			comment:
				'It brings every sentence of the app to the browser; components say their own problems with problem-in-page.ts.',
			from: { path: ['^src/lib/(ui|editor)/', '[.]svelte$', '[/][+](page|layout)[.]ts$'] },
			to: { path: '^src/lib/words/(problem|file-problem)[.]ts$', dependencyTypesNot: ['type-only'] }
		}),
		error({
			name: 'kit-stays-at-the-door',
			comment:
				'src/lib outside ui/ also runs in the CLI, where $app and $env do not exist. Settings come from server/settings.ts.',
			from: { path: '^src/(lib|cli)/', pathNot: '^src/lib/(ui|paraglide)/' },
			to: { path: ['^[$](app|env)/', 'node_modules/@sveltejs/kit/'] }
		}),
		error({
			name: 'every-folder-has-a-row',
			comment: 'A new folder below src/lib gets a row in mayImport, in ARCHITECTURE.md, and a folder in tests/.',
			from: { path: '^src/lib/', pathNot: [...lib(...Object.keys(mayImport), 'paraglide'), '^src/lib/server/[^/]+$'] },
			to: { path: '.' }
		}),
		error({
			name: 'routes-are-not-a-library',
			comment: 'Move what is shared to src/lib.',
			from: { path: '^src/(lib|cli)/' },
			to: { path: '^src/routes/' }
		}),
		error({
			name: 'src-without-tests',
			comment: 'Fixtures are for tests; the demo lives in static/demo.',
			from: { path: '^src/' },
			to: { path: '^tests/' }
		})
	],
	options: {
		doNotFollow: { path: ['node_modules', '^src/lib/paraglide/'] },
		exclude: { path: '^[.]svelte-kit/' },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.json' },
		enhancedResolveOptions: {
			extensions: ['.ts', '.js', '.svelte', '.json'],
			exportsFields: ['exports'],
			conditionNames: ['import', 'svelte', 'node', 'default', 'types']
		}
	}
};
