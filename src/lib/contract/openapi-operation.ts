import { z } from 'zod';
import { toOpenApi, writtenOut, type JsonSchema } from './openapi-schema.ts';
import type { RouteDescription } from './route-description.ts';

type Parameter = {
	readonly name: string;
	readonly in: 'path' | 'query';
	readonly required: boolean;
	readonly description?: string;
	readonly schema: JsonSchema | boolean;
};
type Content = Readonly<Record<string, { readonly schema?: JsonSchema }>>;
type Answer = { readonly $ref: string } | { description: string; headers: unknown; content?: Content };

export type Operation = {
	readonly operationId: string;
	readonly summary: string;
	readonly tags: readonly string[];
	readonly parameters?: readonly Parameter[];
	readonly requestBody?: { readonly required: boolean; readonly content: Content };
	readonly responses: Readonly<Record<string, Answer>>;
	readonly security?: readonly [];
};

/** One route as an operation of OpenAPI. */
export const operationOf = (route: RouteDescription): Operation => {
	const parameters = [...pathParameters(route), ...queryParameters(route)];
	const content = bodyOf(route);
	return {
		operationId: operationIdOf(route),
		summary: route.summary,
		tags: [route.tag],
		...(parameters.length > 0 && { parameters }),
		...(content && { requestBody: { required: !route.isBodyOptional, content } }),
		responses: {
			[route.status]: successOf(route),
			...Object.fromEntries(refusalsOf(route).map((status) => [status, { $ref: `#/components/responses/${status}` }]))
		},
		...(route.isPublic && { security: [] as const })
	};
};

/** GET /projects/{projectId}/areas is getProjectsAreas; with an id at the end that id is named: patchProjectsAreasByAreaId. */
const operationIdOf = ({ method, path }: RouteDescription): string => {
	const segments = path.split('/').slice(1);
	const words = segments.flatMap((segment, index) => {
		const parameter = /^\{(.+)\}$/.exec(segment)?.[1];
		if (parameter === undefined) return segment.split(/[^a-zA-Z0-9]+/);
		return index === segments.length - 1 ? ['by', parameter] : [];
	});
	return method.toLowerCase() + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
};

const pathParameters = ({ path, params = {} }: RouteDescription): readonly Parameter[] =>
	[...path.matchAll(/\{(.+?)\}/g)].map(([, name = '']) =>
		parameterOf('path', name, true, toOpenApi(params[name] ?? anId, 'input'))
	);

const anId = z.uuid();

const queryParameters = ({ query }: RouteDescription): readonly Parameter[] => {
	if (!query) return [];
	const { properties = {}, required = [] } = writtenOut(query, 'input');
	return Object.entries(properties).map(([name, schema]) =>
		parameterOf('query', name, required.includes(name), schema)
	);
};

const parameterOf = (
	place: Parameter['in'],
	name: string,
	required: boolean,
	written: JsonSchema | boolean
): Parameter => {
	if (typeof written === 'boolean') return { name, in: place, required, schema: written };
	const { description, ...schema } = written;
	return { name, in: place, required, ...(description !== undefined && { description }), schema };
};

const bodyOf = ({ body, multipart }: RouteDescription): Content | null => {
	if (!body && !multipart) return null;
	return {
		...(body && { 'application/json': { schema: toOpenApi(body, 'input') } }),
		...(multipart && { 'multipart/form-data': { schema: withFile(writtenOut(multipart, 'input')) } })
	};
};

const file: JsonSchema = { type: 'string', contentMediaType: 'application/octet-stream', description: 'het bestand' };

const withFile = (fields: JsonSchema): JsonSchema => ({
	...fields,
	properties: { file, ...fields.properties },
	required: ['file', ...(fields.required ?? [])]
});

const successOf = ({ status, answer, media }: RouteDescription): Answer => {
	const content = answer
		? { 'application/json': { schema: toOpenApi(answer, 'output') } }
		: media && Object.fromEntries(media.map((type) => [type, type.startsWith('text/') ? { schema: aText } : {}]));
	const headers = { 'API-Version': { $ref: '#/components/headers/ApiVersion' } };
	return { description: descriptions[status] ?? 'Gelukt', headers, ...(content && { content }) };
};

const aText: JsonSchema = { type: 'string' };
const descriptions: Readonly<Record<number, string>> = { 200: 'Gelukt', 201: 'Gemaakt', 204: 'Gelukt, zonder inhoud' };

/** The statuses of the refusals that a route can answer with. */
const refusalsOf = ({ method, path, query, body, multipart, isPublic }: RouteDescription): readonly number[] => {
	if (isPublic) return [];
	const changes = method !== 'GET';
	const takes = body !== undefined || multipart !== undefined;
	const isInProject = path.includes('{');
	return [
		...(query || takes || changes ? [400] : []),
		401,
		...(isInProject || changes ? [403] : []),
		...(isInProject ? [404] : []),
		...(changes && isInProject ? [409] : []),
		...(takes ? [413, 415] : [])
	];
};
