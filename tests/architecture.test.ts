import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { settingDescriptions } from '../src/lib/server/settings.ts';

const run = (...args: string[]) => {
	const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
	return { status, output: `${stdout}${stderr}` };
};
const depcruise = 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs';

test('imports go the way ARCHITECTURE.md says', () => {
	const { status, output } = run(depcruise, 'src', '--config', '.dependency-cruiser.js', '--output-type', 'err');
	expect(output).toContain('no dependency violations found');
	expect(status).toBe(0);
}, 180_000);

test('a route that reads nothing from a body takes none, as a page sends none', () => {
	const root = 'src/routes/api/v1';
	const routes = readdirSync(root, { recursive: true, encoding: 'utf8' })
		.filter((path) => path.endsWith('+server.ts'))
		.flatMap((path) => {
			const handlers = readFileSync(`${root}/${path}`, 'utf8').split(/^export const /m);
			return handlers.filter((handler) => /^(POST|PUT|PATCH)\b/.test(handler)).map((handler) => ({ path, handler }));
		});
	expect(routes.length).toBeGreaterThan(100);
	const deaf = routes.filter(({ handler }) => !/\b(body|upload|takes)\b/.test(handler));
	expect(deaf.map(({ path }) => path)).toEqual([]);
});

test('a folder below src/lib has a name that says what it holds', () => {
	const names = readdirSync('src/lib', { recursive: true, withFileTypes: true })
		.filter((entry) => !entry.parentPath.includes('paraglide'))
		.map(({ name }) => name);
	expect(names.filter((name) => /^(utils?|helpers?|common|manager|service|types\.ts|index\.ts)$/.test(name))).toEqual(
		[]
	);
});

test('versions of packages are exact, so that an installation is the one that was tested', () => {
	const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
	const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
		([, version]) => !/^(npm:[@\w/-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(String(version))
	);
	expect(loose).toEqual([]);
});

test('docs/settings.md tells of each setting what it is for and what holds without it', () => {
	const rows = readFileSync('docs/settings.md', 'utf8')
		.split('\n')
		.filter((line) => line.startsWith('| `'));
	expect(rows).toEqual(
		settingDescriptions.map(({ name, fallback, purpose }) => `| \`${name}\` | ${fallback} | ${purpose} |`)
	);
});
