import { namedSchemas, referenceTo } from './openapi-schema.ts';
import { operationOf, type Operation } from './openapi-operation.ts';
import { personHeader } from '../domain/project/person-header.ts';
import type { RouteDescription } from './route-description.ts';

/** The version of the contract, on every answer of the API (API Design Rules: /core/version-header). */
export const apiVersion = '1.0.0';

export type OpenApiDocument = {
	readonly openapi: '3.1.0';
	readonly info: Readonly<Record<string, unknown>>;
	readonly servers: readonly { readonly url: string }[];
	readonly security: readonly Readonly<Record<string, readonly string[]>>[];
	readonly tags: readonly { readonly name: string }[];
	readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
	readonly components: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
};

/** The description of the API in OpenAPI 3.1, for the installation at this origin. */
export const openApi = (routes: readonly RouteDescription[], origin: string): OpenApiDocument => {
	const paths = pathsOf(routes);
	return {
		openapi: '3.1.0',
		info: {
			title: 'Wijkstem',
			version: apiVersion,
			summary: 'Interviews coderen, en de stemmen naast de cijfers van een monitor leggen',
			description,
			contact: { name: 'De beheerder van deze installatie', url: `${origin}/help` },
			license: { name: 'European Union Public Licence 1.2', identifier: 'EUPL-1.2' }
		},
		servers: [{ url: `${origin}/api/v1` }],
		security: [{ token: [] }, { session: [] }],
		tags: [...new Set(routes.map(({ tag }) => tag))].map((name) => ({ name })),
		paths,
		components: {
			schemas: { ...namedSchemas(paths), Problem: problem },
			responses: refusals,
			headers: { ApiVersion: { description: 'de versie van deze API', required: true, schema: { type: 'string' } } },
			securitySchemes: {
				token: {
					type: 'http',
					scheme: 'bearer',
					description:
						'Een persoonlijk token: te maken bij Mijn account, of met het commando token create. Een token kan alleen lezen of ook schrijven, en voor één project zijn.'
				},
				session: {
					type: 'apiKey',
					in: 'cookie',
					name: origin.startsWith('https:') ? '__Host-wijkstem' : 'wijkstem',
					description: 'De sessie van een browser. Wijzigen kan daarmee alleen vanaf een pagina van Wijkstem zelf.'
				}
			}
		}
	};
};

const description = `Alles wat een pagina van Wijkstem kan, kan een programma hier ook; dezelfde regels gelden.

- Plaatsen in een tekst zijn Unicode-tekens (code points) over de tekst van het gesprek, vanaf 0 en half-open: \`[start, end)\`.
- Een lijst komt in bladzijden: geef \`nextCursor\` van het antwoord mee als \`cursor\`, tot die \`null\` is.
- Tijden zijn ISO 8601 in UTC.
- Een verzoek mag in de kop \`${personHeader}\` zeggen van wie het is (het id van die gebruiker). Is er dan iemand anders ingelogd, dan gebeurt er niets en is het antwoord 409 met de code \`person-other\`.
- Een fout is \`application/problem+json\`, met in \`problems\` per fout een vaste code en een zin die zegt wat u kunt doen.
- Wat u niet mag zien, bestaat voor u niet: dat geeft 404.`;

const pathsOf = (routes: readonly RouteDescription[]): OpenApiDocument['paths'] =>
	Object.fromEntries(
		[...Map.groupBy(routes, ({ path }) => path)].map(([path, ofPath]) => [
			path,
			Object.fromEntries(ofPath.map((route) => [route.method.toLowerCase(), operationOf(route)]))
		])
	);

const problem = {
	type: 'object',
	description: 'Waarom iets niet kon (RFC 9457)',
	properties: {
		type: { type: 'string', format: 'uri', description: 'urn:wijkstem:problem: met de code van de eerste fout' },
		title: { type: 'string' },
		status: { type: 'integer' },
		detail: { type: 'string' },
		problems: {
			type: 'array',
			items: {
				type: 'object',
				properties: {
					code: { type: 'string', description: 'vaste naam van de fout' },
					message: { type: 'string', description: 'wat er is en wat u kunt doen, in uw taal' },
					at: { type: 'string', description: 'het veld, of de rij en kolom van een bestand' }
				},
				required: ['code', 'message']
			}
		}
	},
	required: ['type', 'title', 'status', 'detail', 'problems']
};

const refused = (text: string, headers: Readonly<Record<string, unknown>> = {}) => ({
	description: text,
	headers: { 'API-Version': { $ref: '#/components/headers/ApiVersion' }, ...headers },
	content: { 'application/problem+json': { schema: referenceTo('Problem') } }
});

const refusals = {
	400: refused('Wat u stuurde is onleesbaar of past niet'),
	401: refused('Geen geldig token of geen sessie', { 'WWW-Authenticate': { schema: { type: 'string' } } }),
	403: refused('Uw rol, uw gebied of uw token staat dit niet toe'),
	404: refused('Bestaat niet, of u mag het niet zien'),
	409: refused('Botst met wat er nu staat, of met een wijziging van een ander'),
	413: refused('Te groot'),
	415: refused('Een soort inhoud of bestand dat hier niet kan')
};
