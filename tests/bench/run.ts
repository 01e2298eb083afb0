// npm run bench: measures Wijkstem on the workloads S, M and T (docs/benchmarks.md). It shows, and never asserts.
import { parseArgs } from 'node:util';
import { buildWhenNeeded } from '../../src/cli/serve.ts';
import type { Figure } from './figure.ts';
import { measureInBrowser, parts } from './in-browser.ts';
import { measureDisplays, measureOverHttp } from './over-http.ts';
import { openPlace } from './place.ts';
import { measurePrinting } from './printing.ts';
import { report, writeBetweenMarkers } from './report.ts';

const help = `npm run bench -- [options]

  --only S|M|L       one workload instead of S and M; L is only measured in displays, and takes minutes to load
  --no-browser       without Chromium
  --no-http          without the measures over HTTP
  --only-browser     the same, on the smallest workload
  --measure NAME     in Chromium only this (may stand more than once): ${parts.join(', ')}
  --postgres         on a PostgreSQL of its own instead of the embedded database
  --write FILE       also puts the table in FILE, between the markers of its database
`;

const { values } = parseArgs({
	options: {
		only: { type: 'string' },
		browser: { type: 'boolean', default: true },
		http: { type: 'boolean', default: true },
		'only-browser': { type: 'boolean', default: false },
		measure: { type: 'string', multiple: true },
		postgres: { type: 'boolean', default: false },
		write: { type: 'string' },
		help: { type: 'boolean', default: false }
	},
	allowNegative: true
});

const say = (line: string) => process.stderr.write(`${line}\n`);

const measure = async () => {
	const isOnlyBrowser = values['only-browser'] || values.measure !== undefined;
	const only = values.only ?? (isOnlyBrowser ? 'S' : undefined);
	const sets = (['S', 'M', 'L'] as const).filter((set) => (only === undefined ? set !== 'L' : only === set));
	if (sets.length === 0) throw new Error(`--only takes S, M or L, not ${values.only}`);
	const unknown = values.measure?.find((name) => !parts.some((part) => part === name));
	if (unknown !== undefined) throw new Error(`--measure takes ${parts.join(', ')}, not ${unknown}`);
	buildWhenNeeded();
	const figures: Figure[] = [];
	if (values.http && !isOnlyBrowser) {
		say('measuring reports …');
		figures.push(...(await measurePrinting()));
	}
	let [database, browser]: [string, string | null] = ['', null];
	for (const [at, set] of sets.entries()) {
		say(`loading workload ${set} …`);
		const place = await openPlace(set, values.postgres);
		try {
			database = place.database;
			if (values.http && !isOnlyBrowser) {
				say(`measuring ${set} over HTTP …`);
				// The largest set is there for the overview; its other figures follow from the growth between S and M.
				const found = set === 'L' ? measureDisplays(place, set) : measureOverHttp(place, set, values.postgres);
				figures.push(...(await found));
			}
			// The long interviews are a project of their own: the largest database that was made will do.
			if (values.browser && at === sets.length - 1) {
				say('measuring in Chromium …');
				const found = await measureInBrowser(place, (part) => values.measure?.includes(part) ?? true, say);
				figures.push(...found.figures);
				browser = found.browser;
			}
		} finally {
			await place.stop();
		}
	}
	const options = process.argv.slice(2);
	const command = ['npm run bench', ...(options.length > 0 ? ['--', ...options] : [])].join(' ');
	const text = report(figures, { command, database, browser });
	process.stdout.write(text);
	if (values.write) writeBetweenMarkers(values.write, values.postgres ? 'postgres' : 'embedded', text);
};

if (values.help) process.stdout.write(help);
else await measure();
