import { sql } from 'kysely';
import type { Db } from '../../src/lib/server/store/database.ts';

/**
 * The schema as text, from the catalogue of the database: one line a column, rule, index, trigger and function, sorted,
 * so that a change of the schema is read as a diff. The same on the embedded database and on PostgreSQL.
 */
export const schemaDump = async (db: Db): Promise<string> => {
	const tables = await lines(
		db,
		sql`select c.relname as name, '' as text from pg_class c
			where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'migrations'`
	);
	const columns = await lines(
		db,
		sql`select c.relname as name,
				format('%s %s%s%s', quote_ident(a.attname), format_type(a.atttypid, a.atttypmod),
					case when a.attnotnull then ' not null' else '' end,
					coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')) as text
			from pg_attribute a join pg_class c on c.oid = a.attrelid
			left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
			where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
			order by a.attnum`
	);
	// Not-null rules (contype n) have rows of their own since PostgreSQL 18; the columns tell them already.
	const constraints = await lines(
		db,
		sql`select c.relname as name, format('constraint %s %s', quote_ident(o.conname), pg_get_constraintdef(o.oid)) as text
			from pg_constraint o join pg_class c on c.oid = o.conrelid
			where c.relnamespace = 'public'::regnamespace and o.contype <> 'n'`
	);
	const indexes = await lines(
		db,
		sql`select c.relname as name, pg_get_indexdef(i.indexrelid) as text
			from pg_index i join pg_class c on c.oid = i.indrelid
			where c.relnamespace = 'public'::regnamespace
				and not exists (select from pg_constraint o where o.conindid = i.indexrelid and o.contype in ('p', 'u', 'x'))`
	);
	const triggers = await lines(
		db,
		sql`select c.relname as name, pg_get_triggerdef(t.oid) as text
			from pg_trigger t join pg_class c on c.oid = t.tgrelid
			where c.relnamespace = 'public'::regnamespace and not t.tgisinternal`
	);
	const functions = await lines(
		db,
		sql`select p.proname as name, pg_get_functiondef(p.oid) as text
			from pg_proc p where p.pronamespace = 'public'::regnamespace
				and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`
	);

	const of = (all: readonly Line[], name: string) => all.filter((line) => line.name === name).map(({ text }) => text);
	const names = tables.map(({ name }) => name).sort();
	const tableTexts = names.map((name) => {
		const inside = [...of(columns, name), ...of(constraints, name).sort()].map((text) => `  ${text}`).join(',\n');
		const after = [...of(indexes, name).sort(), ...of(triggers, name).sort()].map((text) => `${text};\n`).join('');
		return `create table ${name} (\n${inside}\n);\n${after}`;
	});
	const functionTexts = functions.map(({ text }) => `${text.trim()};\n`).sort();
	return [
		'-- The schema after all migrations: `npm run schema` rewrites this file; the tests compare it with both databases.\n',
		...tableTexts,
		...functionTexts
	].join('\n');
};

type Line = { readonly name: string; readonly text: string };

const lines = async (db: Db, query: ReturnType<typeof sql>): Promise<readonly Line[]> =>
	(await query.execute(db)).rows.map((row) => {
		const { name, text } = row as Record<'name' | 'text', unknown>;
		return { name: String(name), text: String(text).replaceAll('public.', '') };
	});
