import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Messages = ReadonlyMap<string, string>;

/** Every message of a language as `key -> text of all its forms`. */
const read = (locale: string, file: string): Messages => {
	const content: Record<string, unknown> = JSON.parse(readFileSync(`messages/${locale}/${file}`, 'utf8'));
	return new Map(
		Object.entries(content)
			.filter(([key]) => key !== '$schema')
			.map(([key, message]) => [key, JSON.stringify(message)])
	);
};

const placeholders = (message: string) => [...new Set(message.match(/\{\w+\}/g))].sort();
const sources = (folder: string): string[] =>
	readdirSync(folder, { withFileTypes: true, recursive: true })
		.filter((entry) => entry.isFile() && /\.(ts|svelte)$/.test(entry.name) && !entry.parentPath.includes('paraglide'))
		.map((entry) => readFileSync(`${entry.parentPath}/${entry.name}`, 'utf8'));

const files = readdirSync('messages/nl').sort();

test('both languages have the same files, and the settings name them all', () => {
	expect(readdirSync('messages/en').sort()).toEqual(files);
	const settings = readFileSync('project.inlang/settings.json', 'utf8');
	expect(files.filter((file) => !settings.includes(`{locale}/${file}`))).toEqual([]);
});

test.each(files)('%s has the same keys in Dutch and English', (file) => {
	expect([...read('en', file).keys()].sort()).toEqual([...read('nl', file).keys()].sort());
});

test.each(files)('%s has the same placeholders in Dutch and English', (file) => {
	const english = read('en', file);
	const differing = [...read('nl', file)]
		.map(([key, message]) => ({ key, nl: placeholders(message), en: placeholders(english.get(key) ?? '') }))
		.filter(({ nl, en }) => nl.join() !== en.join());
	expect(differing).toEqual([]);
});

test.each(files)('no message of %s is empty, and its keys are identifiers', (file) => {
	const wrong = ['nl', 'en']
		.flatMap((locale) => [...read(locale, file)])
		.filter(([key, message]) => message === '""' || !/^[a-z][a-z0-9_]*$/.test(key));
	expect(wrong).toEqual([]);
});

test('no key stands in two files', () => {
	const keys = files.flatMap((file) => [...read('nl', file).keys()]);
	expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
});

test('every sentence is said somewhere; problems and rules are said by their code', () => {
	const words = new Set(sources('src').flatMap((text) => text.match(/\w+/g) ?? []));
	const dead = files
		.filter((file) => file !== 'problem.json')
		.flatMap((file) => [...read('nl', file).keys()])
		.filter((key) => !words.has(key) && !key.startsWith('pseudonym_rule_'));
	expect(dead).toEqual([]);
});

test('every problem that can be given has its sentence', () => {
	const said = read('nl', 'problem.json');
	const codes = new Set(
		sources('src').flatMap((text) => [
			...[...text.matchAll(/\bfail\(\s*'([a-z][a-z0-9-]*)'/g)].map(([, code = '']) => code),
			...[...text.matchAll(/\bcode: '([a-z][a-z0-9]*(?:-[a-z0-9]+)+)'/g)].map(([, code = '']) => code)
		])
	);
	expect([...codes].filter((code) => !said.has(`problem_${code.replaceAll('-', '_')}`)).sort()).toEqual([]);
});
