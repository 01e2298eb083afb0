import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { routes } from '#lib/contract/routes.ts';

const folder = join('src', 'routes', 'api', 'v1');

const pathOf = (file: string): string =>
	`/${file
		.replaceAll('\\', '/')
		.replace(/\/?\+server\.ts$/, '')
		.replaceAll('[', '{')
		.replaceAll(']', '}')}`;

/** The routes that exist as files, as "GET /projects/{projectId}/areas". */
const filed = readdirSync(folder, { recursive: true, encoding: 'utf8' })
	.filter((name) => name.endsWith('+server.ts'))
	.flatMap((name) => {
		const methods = [...readFileSync(join(folder, name), 'utf8').matchAll(/^export const ([A-Z]+)\b/gm)];
		return methods.map(([, method]) => `${method} ${pathOf(name)}`);
	})
	.sort();
const described = routes.map(({ method, path }) => `${method} ${path}`).sort();

test('every route that exists is described, and every route that is described exists', () => {
	expect(filed.length).toBeGreaterThan(50);
	expect(described).toEqual(filed);
});

test('every route answers with the status that its description says', () => {
	const answered = readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('+server.ts'))
		.flatMap((name) => {
			const [, ...handlers] = readFileSync(join(folder, name), 'utf8').split(/^export const (?=[A-Z]+\b)/m);
			return handlers.map((handler) => {
				const method = /^[A-Z]+/.exec(handler)?.[0] ?? '';
				return [`${method} ${pathOf(name)}`, Number(/status: (\d+)/.exec(handler)?.[1] ?? 200)] as const;
			});
		});
	expect(Object.fromEntries(answered)).toEqual(
		Object.fromEntries(routes.map(({ method, path, status }) => [`${method} ${path}`, status]))
	);
});

test('paths are plural, in small letters with dashes; parameters and query in camelCase', () => {
	for (const { path } of routes)
		for (const segment of path.split('/').slice(1))
			expect(segment).toMatch(/^([a-z]+(-[a-z]+)*(\.json)?|\{[a-z][a-zA-Z]*\})$/);
});

test('every route says in Dutch what it does, and what it answers', () => {
	for (const { method, path, summary, tag, status, answer, media } of routes) {
		const route = `${method} ${path}`;
		expect(summary.length, route).toBeGreaterThan(10);
		expect(tag, route).not.toBe('');
		const hasContent = answer !== undefined || media !== undefined;
		expect(hasContent, `${route} answers ${status}`).toBe(status !== 204);
	}
});

test('only a route that changes something takes a body', () => {
	for (const { method, path, body, multipart } of routes)
		if (['GET', 'DELETE'].includes(method)) expect(body ?? multipart, `${method} ${path}`).toBeUndefined();
});
