import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Store } from '../../src/lib/server/store/database.ts';
import { writtenPlaces } from '../../src/lib/server/store/written-places.ts';
import { testStore } from '../support/database.ts';

let store: Store;
beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());

/** Columns with text in which nobody writes about an interview that somebody withdraws, with the reason of each. */
const exceptions: Readonly<Record<string, readonly string[]>> = {
	'what an interview itself holds; it goes with the interview': [
		'codings.quote',
		'codings.prefix',
		'codings.suffix',
		'codings.placed_from',
		'chosen_quotes.shortened',
		'edition_quotes.said',
		'edition_quotes.reference',
		'report_blocks.shortened',
		'report_version_blocks.shortened',
		'source_versions.text',
		'source_versions.operations',
		'source_versions.read_as',
		'turn_words.words'
	],
	'names that are unique, by which people find an interview, a person, a code or a part of the frame': [
		'areas.name',
		'areas.alias_name',
		'cases.label',
		'codebook_versions.name',
		'codes.name',
		'figure_sources.name',
		'figure_source_columns.column_name',
		'figure_source_columns.role',
		'figure_source_columns.picked',
		'figure_source_names.name',
		'figure_imports.source_name',
		'indicators.key',
		'indicators.label',
		'indicators.unit',
		'indicators.source',
		'indicators.rhythm',
		'pillars.name',
		'pillars.short_name',
		'projects.name',
		'sources.title',
		'speakers.label',
		'studies.name',
		'variables.key',
		'variables.name',
		'waves.label'
	],
	'classes and answers about a person: they go with the person, or are one of a list': [
		'variables.classes',
		'variable_values.variable_key',
		'variable_values.value'
	],
	'lines that account for what was done never change, and outlive what they tell about': [
		'audit_events.action',
		'audit_events.object_kind',
		'audit_events.object_id',
		'audit_events.origin',
		'audit_events.result',
		'consents.letter',
		'destructions.reason',
		'key_openings.reason'
	],
	'files that are being taken in, with names that go as soon as they are read': [
		'import_jobs.name',
		'import_jobs.part',
		'import_jobs.title',
		'import_jobs.told',
		'source_imports.place',
		'source_imports.origin'
	],
	'addresses of publications, checked as such': ['explanation_evidence.url'],
	'names that are to be hidden, sealed, or looked for': [
		'leftover_names.sealed',
		'pseudonym_decisions.group_id',
		'pseudonym_decisions.hits',
		'pseudonym_decisions.placeholder',
		'pseudonym_decisions.merged_into',
		'pseudonym_keys.placeholder',
		'pseudonym_keys.sealed',
		'pseudonym_replacements.placeholder',
		'pseudonym_settings.allowed',
		'pseudonym_settings.organisations',
		'pseudonym_settings.functions',
		'source_originals.sealed'
	],
	'accounts of people who work with the app': [
		'users.email',
		'users.name',
		'access_tokens.name',
		'sessions.id',
		'throttles.key'
	],
	'numbers, ids and outlines kept as data, without words': [
		'area_outlines.lines',
		'areas.statistical_codes',
		'codings.decided_at',
		'codings.earlier_codes',
		'codings.gave_away',
		'decisions.basis',
		'explanation_evidence.seen'
	]
};

/** Columns that hold a fingerprint, a key or one of a few words by their name; a check holds most of the others. */
const technical = /[._](kind|slot|format|language|layout|hash|sha256|fingerprint|nonce|key_version)$/;

test('each column with text is a place in which people write, or is known not to be one', async () => {
	const { rows } = await sql<{ name: string; checked: boolean }>`
		select table_name || '.' || column_name as name, exists (
			select from pg_constraint where contype = 'c' and conrelid = table_name::regclass and cardinality(conkey) = 1
				and conkey[1] = columns.ordinal_position and pg_get_constraintdef(oid) ~ '(= ANY|~ )'
		) as checked
		from information_schema.columns
		where table_schema = 'public' and table_name <> 'migrations'
			and data_type in ('text', 'jsonb', 'json', 'ARRAY', 'tsvector', 'character varying')
			and (data_type <> 'ARRAY' or udt_name = '_text')
		order by 1`.execute(store.db);
	const known = new Set([
		...writtenPlaces.map(({ table, column }) => `${table}.${column}`),
		...Object.values(exceptions).flat()
	]);
	const forgotten = rows.filter(({ name, checked }) => !checked && !known.has(name) && !technical.test(name));
	expect(forgotten.map(({ name }) => name)).toEqual([]);
	const columns = new Set(rows.map(({ name }) => name));
	expect([...known].filter((name) => !columns.has(name))).toEqual([]);
});

test('no column is both a place in which people write and an exception', () => {
	const places = new Set(writtenPlaces.map(({ table, column }) => `${table}.${column}`));
	expect(
		Object.values(exceptions)
			.flat()
			.filter((name) => places.has(name))
	).toEqual([]);
});
