import { indicatorRelations, type IndicatorRelation } from '../domain/codebook/code.ts';
import { partsOf, type CodeDraft } from '../domain/codebook/codebook-import.ts';
import { paletteSize } from '../domain/codebook/codebook.ts';
import type { Indicator } from '../domain/indicator/indicator.ts';
import type { Pillar } from '../domain/indicator/pillar.ts';
import { failAll, ok, type Problem, type Result } from '../domain/problem.ts';
import type { IndicatorId } from '../domain/project/ids.ts';
import type { Cell, Table, TableRow } from './table.ts';
import {
	cellProblem,
	findColumns,
	namesOf,
	resolveName,
	type ColumnSpec,
	type Columns,
	type Names
} from './table-columns.ts';
import { readYesNo } from './yes-no.ts';

export type CodebookDraft = { readonly codes: readonly CodeDraft[]; readonly warnings: readonly Problem[] };

export type CodebookFrame = {
	readonly pillars: readonly Pillar[];
	readonly indicators: readonly Pick<Indicator, 'id' | 'key'>[];
};

type TextKey = 'definition' | 'include' | 'exclude' | 'example';
type Key =
	| ('id' | 'path' | 'name' | 'parent' | TextKey)
	| ('synonyms' | 'color' | 'codable' | 'pillars' | 'indicators' | 'codings' | 'interviews');

const specs: readonly ColumnSpec<Key>[] = (
	[
		['id', 'code id'],
		['path', 'Plaats in de boom', 'Place in the tree', 'pad'],
		['name', 'naam', 'code'],
		['parent', 'bovenliggende code', 'parent code', 'onder'],
		['definition', 'omschrijving', 'definitie', 'description', 'betekenis', 'meaning'],
		['include', 'wel'],
		['exclude', 'niet'],
		['example', 'voorbeeld'],
		['synonyms', 'synoniemen', 'synonym', 'synoniem'],
		['color', 'colour', 'kleur'],
		['codable', 'Om te coderen', 'For coding', 'isCodable', 'soort', 'kind'],
		['pillars', 'pijlers', 'pillar', 'pijler'],
		['indicators', 'indicatoren', 'indicator'],
		// counts, which a file cannot change
		['codings', 'coderingen'],
		['interviews', 'gesprekken']
	] as const
).map(([key, ...names]) => ({ key, names, required: false }));

/** Whether a row holds the names of the columns of a codebook; an export has lines about itself above it. */
export const isCodebookHeader = (cells: readonly Cell[]): boolean => {
	const { columns, rows } = { columns: cells.map(String), rows: [] };
	const found = findColumns({ columns, rows }, specs);
	const known = found.ok ? columns.filter((each) => each.trim() !== '').length - found.value.warnings.length : 0;
	return known > 0 && found.ok && (hasColumn(found.value, columns, 'path') || hasColumn(found.value, columns, 'name'));
};

const hasColumn = (columns: Columns<Key>, names: readonly string[], key: Key): boolean =>
	columns.cell({ row: 0, cells: names }, key) !== '';

/** What an export writes where words may not be quoted: these words stay in the project as they are. */
export const withheldMarks = [
	'[tekst weggelaten: geen toestemming voor citaten]',
	'[text left out: no consent for quotes]'
] as const;

const asAbove = new Set(['zoals de code erboven', 'as the code above']);
const folderWords = new Set(['groep', 'map', 'folder', 'group']);
const longest = { name: 200, text: 10_000, synonym: 100, list: 200 } as const;
const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/u;

/** Reads the codes of a file, in any order of columns; a column the file lacks is left as it is. Every problem is told. */
export const readCodebook = (table: Table, frame: CodebookFrame): Result<CodebookDraft> => {
	const found = findColumns(table, specs);
	if (!found.ok) return found;
	const columns = found.value;
	const has = (key: Key) => hasColumn(columns, table.columns, key);
	if (!has('path') && !has('name'))
		return failAll([
			{ code: 'column-missing', params: { column: 'naam', key: 'name', suggestion: '', suggestions: 0 } }
		]);
	const readRow = rowReader(columns, has, frame);
	const read = table.rows.map(readRow);
	const problems = read.flatMap((row) => (row.ok ? [] : row.problems));
	if (problems.length > 0) return failAll(problems);
	return ok({ codes: read.flatMap((row) => (row.ok ? [row.value] : [])), warnings: columns.warnings });
};

const rowReader = (columns: Columns<Key>, has: (key: Key) => boolean, frame: CodebookFrame) => {
	const pillarNames = namesOf(
		frame.pillars.flatMap(({ id, name, shortName }) => [name, shortName].map((each) => [each, id] as const))
	);
	const indicatorNames = namesOf(frame.indicators.map(({ id, key }) => [key, id] as const));

	return (row: TableRow): Result<CodeDraft> => {
		const problems: Problem[] = [];
		const cell = (key: Key): Cell => columns.cell(row, key);
		const tell = (code: string, key: Key, more: Readonly<Record<string, string | number>> = {}) =>
			problems.push(cellProblem(code, row.row, columns.nameOf(key), cell(key), more));
		const text = (key: Key, limit: number): string => {
			const written = unguarded(String(cell(key)).replace(/\r\n?/g, '\n').normalize('NFC').trim());
			if (controls.test(written) || !written.isWellFormed()) tell('cell-control-character', key);
			if (written.length > limit) tell('cell-too-long', key, { limit });
			return written;
		};
		const list = <Id extends string>(key: Key, names: Names<Id>, code: string, written: readonly string[]): Id[] =>
			written.flatMap((each) => {
				const result = resolveName(names, code, row.row, columns.nameOf(key), each);
				if (!result.ok) problems.push(...result.problems);
				return result.ok ? [result.value] : [];
			});

		const path = has('path') ? text('path', 2000) : null;
		const parts = path === null ? [] : partsOf(path);
		const name = (has('name') ? text('name', longest.name) : '') || (parts.at(-1) ?? '');
		if (name === '' || path === '') tell('cell-empty', path === '' ? 'path' : 'name');
		else if (name.length > longest.name) tell('cell-too-long', 'path', { limit: longest.name });
		else if (/[\n\t\u2028\u2029]/u.test(name)) tell('cell-control-character', 'name');
		const above = has('parent') ? text('parent', 2000) : parts.slice(0, -1).join(' › ');
		const color = has('color') ? String(cell('color')).trim() : '';
		if (color !== '' && !(/^\d+$/.test(color) && Number(color) < paletteSize)) tell('code-import-color', 'color');
		const synonyms = has('synonyms') ? splitList(text('synonyms', longest.text)) : [];
		if (synonyms.length > 100 || synonyms.some((each) => each.length > longest.synonym))
			tell('cell-too-long', 'synonyms', { limit: longest.synonym });
		const codable = has('codable') ? text('codable', longest.name).toLowerCase() : '';
		const isCodable = folderWords.has(codable) ? false : codable === 'code' ? true : readYesNo(codable);
		if (isCodable === null) tell('yes-no-unreadable', 'codable');
		const pillars = has('pillars') ? text('pillars', longest.text) : '';
		const inherits = asAbove.has(pillars.toLowerCase());
		const pillarIds = inherits
			? null
			: [...new Set(list('pillars', pillarNames, 'table-pillar-unknown', knownParts(pillars, pillarNames)))];
		const indicators = has('indicators')
			? splitList(text('indicators', longest.text)).flatMap((each) => {
					const { key, relation } = linkOf(each);
					if (relation === null) tell('code-import-relation', 'indicators');
					const ids = list<IndicatorId>('indicators', indicatorNames, 'table-indicator-unknown', [key]);
					return ids.map((indicatorId) => ({ indicatorId, relation: relation ?? ('same-topic' as const) }));
				})
			: [];
		if (new Set(indicators.map(({ indicatorId }) => indicatorId)).size < indicators.length)
			tell('code-import-indicator-twice', 'indicators');
		const texts = (['definition', 'include', 'exclude', 'example'] as const)
			.filter(has)
			.map((key) => [key, text(key, longest.text)] as const);
		const mark = withheldMarks.find((each) =>
			texts.some(([key, written]) => key === 'example' && written.includes(each))
		);
		if (problems.length > 0) return failAll(problems);
		return ok({
			row: row.row,
			id: has('id') ? String(cell('id')).trim().toLowerCase() || null : null,
			name,
			path,
			...(mark !== undefined && { withheld: { mark, column: columns.nameOf('example') } }),
			...((path !== null || has('parent')) && { parent: above === '' ? null : above }),
			fields: {
				...Object.fromEntries(texts),
				...(has('synonyms') && { synonyms }),
				...(has('color') && { color: color === '' ? null : Number(color) }),
				...(codable !== '' && isCodable !== null && { isCodable }),
				...(has('pillars') && { pillarIds }),
				...(has('indicators') && { indicators })
			}
		});
	};
};

/** Without the apostrophe that an export puts before what a spreadsheet would take for a formula. */
const unguarded = (text: string): string => text.replace(/^'(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/, '');

const splitList = (text: string): readonly string[] =>
	text
		.split(';')
		.map((each) => each.trim())
		.filter((each) => each !== '');

/** The names in a list; a name that itself holds a semicolon is found when it is known. */
const knownParts = <Id extends string>(text: string, names: Names<Id>): readonly string[] => {
	const parts = splitList(text);
	const found: string[] = [];
	for (let from = 0; from < parts.length;) {
		let to = Math.min(parts.length, from + 5);
		while (to > from + 1 && !isKnown(names, parts.slice(from, to).join('; '))) to -= 1;
		found.push(parts.slice(from, to).join('; '));
		from = to;
	}
	return found;
};

const isKnown = <Id extends string>(names: Names<Id>, name: string): boolean =>
	names.idOf.has(name.replaceAll(/\s+/g, ' ').toLowerCase());

/** "KEY:cause" as a key and a relation; without a relation it is the same topic, null = an unknown relation. */
const linkOf = (text: string): { key: string; relation: IndicatorRelation | null } => {
	const at = text.lastIndexOf(':');
	if (at < 0) return { key: text, relation: 'same-topic' };
	const written = text
		.slice(at + 1)
		.trim()
		.toLowerCase();
	return { key: text.slice(0, at).trim(), relation: indicatorRelations.find((each) => each === written) ?? null };
};
