import { z } from 'zod';
import { schemaNames } from './schema-names.ts';

/** A JSON Schema (draft 2020-12, which OpenAPI 3.1 uses), as plain data. */
export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** What was asked ('input': defaults may be left out) or what is answered ('output'). */
export type Direction = 'input' | 'output';

export const referenceTo = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });

/** A schema as OpenAPI writes it; a schema with a name becomes a reference to it, also deep inside. */
export const toOpenApi = (schema: z.ZodType, direction: Direction): JsonSchema => {
	const name = schemaNames.get(schema);
	return name === undefined ? writtenOut(schema, direction) : referenceTo(name);
};

/** The schemas that something refers to by name, and those that these refer to, written out. */
export const namedSchemas = (referrer: unknown): Readonly<Record<string, JsonSchema>> => {
	const schemaOf = new Map([...schemaNames].map(([schema, name]) => [name, schema]));
	const found = new Map<string, JsonSchema>();
	const follow = (value: unknown): void => {
		for (const name of namesIn(value)) {
			const schema = schemaOf.get(name);
			if (!schema || found.has(name)) continue;
			const written = writtenOut(schema, name.endsWith('Input') ? 'input' : 'output');
			found.set(name, written);
			follow(written);
		}
	};
	follow(referrer);
	return Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
};

const namesIn = (value: unknown): readonly string[] => {
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) =>
		key === '$ref' && typeof inner === 'string' ? inner.split('/').slice(-1) : namesIn(inner)
	);
};

/** A schema with nothing but the names inside it as references. */
export const writtenOut = (schema: z.core.$ZodType, direction: Direction): JsonSchema => {
	const {
		$schema: _,
		$defs,
		...written
	} = z.toJSONSchema(schema, {
		io: direction,
		override: ({ zodSchema, jsonSchema, path }) => {
			const name = path.length > 0 ? schemaNames.get(zodSchema) : undefined;
			if (name !== undefined) replaceBy(jsonSchema, referenceTo(name));
			withoutNoise(jsonSchema);
			// An answer may get more fields later; who reads it should not stumble over them.
			if (direction === 'output') delete jsonSchema.additionalProperties;
		}
	});
	const own = schemaNames.get(schema);
	redirect(written, (reference) => {
		if (reference === '#' && own !== undefined) return referenceTo(own).$ref;
		return $defs?.[reference.replace('#/$defs/', '')]?.$ref;
	});
	return written;
};

/** A schema that refers to itself is written with detours, which end at its name: they are cut short, in place. */
const redirect = (value: unknown, endOf: (reference: string) => string | undefined): void => {
	if (typeof value !== 'object' || value === null) return;
	if ('$ref' in value && typeof value.$ref === 'string') value.$ref = endOf(value.$ref) ?? value.$ref;
	for (const inner of Object.values(value)) redirect(inner, endOf);
};

/** Takes away what zod writes and a reader need not know: that an id is hexadecimal, the limits of a safe integer, `readonly`. */
const withoutNoise = (schema: JsonSchema): void => {
	if (schema.format === 'uuid') delete schema.pattern;
	if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
	if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
	delete schema.readOnly;
};

const replaceBy = (schema: JsonSchema, other: JsonSchema): void => {
	for (const key of Object.keys(schema)) delete schema[key];
	Object.assign(schema, other);
};
