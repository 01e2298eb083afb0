import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openApi } from '#lib/contract/openapi.ts';
import type { RouteDescription } from '#lib/contract/route-description.ts';
import { routes } from '#lib/contract/routes.ts';

const document = openApi(routes, 'https://wijkstem.example.org');
/** As a reader gets it: nothing of the program's own objects is left. */
const sent: unknown = JSON.parse(JSON.stringify(document));

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
const at = (value: unknown, ...path: readonly string[]): unknown =>
	path.reduce<unknown>((inner, key) => (isObject(inner) ? inner[key] : undefined), value);

/** Every object in the document with the keys that lead to it. */
const everyObject = (value: unknown, path: readonly string[] = []): readonly (readonly [readonly string[], Json])[] => {
	if (Array.isArray(value)) return value.flatMap((item, index) => everyObject(item, [...path, String(index)]));
	if (!isObject(value)) return [];
	return [[path, value], ...Object.entries(value).flatMap(([key, inner]) => everyObject(inner, [...path, key]))];
};
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
	Object.entries(methods).map(([method, operation]) => ({ path, method, operation, name: `${method} ${path}` }))
);
const one = (route: Partial<RouteDescription>) =>
	openApi([{ method: 'GET', path: '/things', summary: 'Dingen', tag: 'Dingen', status: 200, ...route }], 'http://x')
		.paths[route.path ?? '/things']?.[(route.method ?? 'GET').toLowerCase()];

describe('the description of the API', () => {
	test('is OpenAPI 3.1 with who keeps it, its licence, where it is and how one comes in', () => {
		expect(document.openapi).toBe('3.1.0');
		expect(document.info).toMatchObject({
			version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
			contact: { name: expect.any(String), url: 'https://wijkstem.example.org/help' },
			license: { identifier: 'EUPL-1.2' }
		});
		expect(document.servers).toEqual([{ url: 'https://wijkstem.example.org/api/v1' }]);
		expect(at(sent, 'components', 'securitySchemes', 'token')).toMatchObject({ type: 'http', scheme: 'bearer' });
		expect(at(sent, 'components', 'securitySchemes', 'session')).toMatchObject({
			in: 'cookie',
			name: '__Host-wijkstem'
		});
		expect(document.security.flatMap(Object.keys)).toEqual(Object.keys(document.components['securitySchemes'] ?? {}));
	});

	test('has one operation for every route, each with a name of its own', () => {
		expect(operations).toHaveLength(routes.length);
		const ids = operations.map(({ operation }) => operation.operationId);
		expect(new Set(ids).size).toBe(ids.length);
		for (const id of ids) expect(id).toMatch(/^(get|post|put|patch|delete)[A-Z][a-zA-Z]*$/);
	});

	test('refers only to what it holds, and holds nothing that is not referred to', () => {
		const references = everyObject(sent).flatMap(([, { $ref }]) => (typeof $ref === 'string' ? [$ref] : []));
		expect(references.length).toBeGreaterThan(100);
		for (const reference of references) {
			const [root, ...keys] = reference.split('/');
			expect(root).toBe('#');
			expect(at(sent, ...keys), reference).toBeTypeOf('object');
		}
		const held = ['schemas', 'responses', 'headers'].flatMap((part) =>
			Object.keys(document.components[part] ?? {}).map((name) => `#/components/${part}/${name}`)
		);
		expect(held.filter((name) => !references.includes(name))).toEqual([]);
	});

	test('declares every parameter of a path, once', () => {
		for (const { path, operation, name } of operations) {
			const declared = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path');
			expect(
				declared.map((parameter) => `{${parameter.name}}`),
				name
			).toEqual(path.match(/\{.+?\}/g) ?? []);
			expect(declared.every(({ required }) => required)).toBe(true);
			const keys = (operation.parameters ?? []).map((parameter) => `${parameter.in} ${parameter.name}`);
			expect(new Set(keys).size, name).toBe(keys.length);
		}
	});

	test('writes its schemas as JSON Schema, without traces of the program that made them', () => {
		const kinds = ['string', 'number', 'integer', 'boolean', 'object', 'array', 'null'];
		for (const [path, object] of everyObject(sent)) {
			const isField = path.at(-1) === 'properties' || path.includes('securitySchemes');
			if (!isField && 'type' in object)
				expect(kinds, path.join('/')).toEqual(expect.arrayContaining([object['type']].flat()));
			for (const trace of ['$schema', '$defs', '~standard', 'readOnly']) expect(object).not.toHaveProperty(trace);
		}
		expect(JSON.stringify(sent)).not.toContain(String(Number.MAX_SAFE_INTEGER));
	});

	test('tells for every operation what a success and each refusal looks like', () => {
		for (const { operation, name } of operations) {
			const statuses = Object.keys(operation.responses);
			expect(
				statuses.filter((status) => status.startsWith('2')),
				name
			).toHaveLength(1);
			if (operation.security) continue;
			expect(statuses, name).toContain('401');
			if (name.includes('{')) expect(statuses, name).toEqual(expect.arrayContaining(['403', '404']));
			if (operation.requestBody) expect(statuses, name).toEqual(expect.arrayContaining(['400', '413', '415']));
		}
	});
});

describe('a route becomes an operation', () => {
	test('a query becomes parameters with their descriptions; a default need not be given', () => {
		const query = z.strictObject({
			q: z.string().max(5).describe('woorden'),
			limit: z.coerce.number().int().default(50)
		});
		expect(one({ query })?.parameters).toEqual([
			{ name: 'q', in: 'query', required: true, description: 'woorden', schema: { type: 'string', maxLength: 5 } },
			{ name: 'limit', in: 'query', required: false, schema: expect.objectContaining({ type: 'integer', default: 50 }) }
		]);
	});

	test('an upload has a file beside its fields', () => {
		const multipart = z.strictObject({ title: z.string().optional() });
		const content = one({ method: 'POST', multipart, status: 201 })?.requestBody?.content;
		expect(content?.['multipart/form-data']?.schema).toMatchObject({
			type: 'object',
			properties: { file: { contentMediaType: 'application/octet-stream' }, title: { type: 'string' } },
			required: ['file'],
			additionalProperties: false
		});
	});

	test('an answer may get fields later; a request with unknown fields is refused', () => {
		const shape = { name: z.string() };
		const operation = one({ method: 'POST', body: z.strictObject(shape), answer: z.object(shape) });
		const body = operation?.requestBody?.content['application/json']?.schema;
		expect(body).toHaveProperty('additionalProperties', false);
		const answer = at(operation, 'responses', '200', 'content', 'application/json', 'schema');
		expect(answer).toEqual({ type: 'object', properties: { name: { type: 'string' } }, required: ['name'] });
	});

	test('a public route needs no token; one without content has none', () => {
		expect(one({ isPublic: true, media: ['application/json'] })).toMatchObject({
			security: [],
			responses: { 200: {} }
		});
		expect(
			at(one({ method: 'DELETE', path: '/things/{thingId}', status: 204 }), 'responses', '204')
		).not.toHaveProperty('content');
	});
});
