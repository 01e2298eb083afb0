import { failAll, ok, type Problem, type Result } from '../problem.ts';
import type { CodeId } from '../project/ids.ts';
import type { Code } from './code.ts';
import { withoutMarks } from './example.ts';
import { pathName, type Codebook } from './codebook.ts';

/** What a file says of a code beside its name and place; a field that is absent is left as it is. */
export type DraftFields = Partial<Omit<Code, 'id' | 'parentId' | 'name' | 'place'>>;

/** A code as a row of a file describes it. */
export type CodeDraft = {
	readonly row: number;
	readonly id: CodeId | null;
	readonly name: string;
	/** where it stands in the file's own words, e.g. "Wonen › Groen"; null = the file has no paths */
	readonly path: string | null;
	/** the path or name of the code above; null = at the top, absent = the file does not say */
	readonly parent?: string | null;
	readonly fields: DraftFields;
	/** a mark in the example for words that the file does not have, and the column that it stands in */
	readonly withheld?: { readonly mark: string; readonly column: string };
};

export type ImportField = 'name' | 'parentId' | keyof DraftFields;

/** A code that the file adds (`before` null) or changes, with the fields that differ. */
export type ImportEntry = {
	readonly row: number;
	readonly before: Code | null;
	readonly after: Code;
	readonly fields: readonly ImportField[];
};

/** What a file would do to a codebook; entries in an order in which a code comes after the code above it. */
export type ImportPlan = {
	readonly inFile: number;
	readonly entries: readonly ImportEntry[];
	readonly unchanged: number;
	/** codes that the file does not name; they stay as they are */
	readonly notInFile: readonly Code[];
	readonly codes: readonly Code[];
};

/** The parts of a path as a file writes it. */
export const partsOf = (path: string): readonly string[] => path.split(/›| > /).map((part) => part.trim());

/** A text as it survives a file: without the apostrophe that guards formulas, with a white square for lost signs. */
const survived = (text: string): string =>
	text.replace(/^'(?=[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20])/, '').replaceAll(/[\uFFFD-\uFFFF]/g, '□');

const fold = (text: string): string => survived(text).trim().toLocaleLowerCase('nl');
const keyOf = (path: string): string => partsOf(survived(path)).map(fold).join(' › ');

const pieces = (list: readonly string[]): string =>
	survived(
		list
			.flatMap((each) => each.split(';').map((piece) => piece.trim()))
			.filter((piece) => piece !== '')
			.join(';')
	);

const comparable = (field: ImportField, code: Code): string => {
	switch (field) {
		case 'synonyms':
			return pieces(code.synonyms);
		case 'pillarIds':
			return code.pillarIds === null ? 'null' : [...code.pillarIds].sort().join(' ');
		case 'indicators':
			return code.indicators
				.map(({ indicatorId, relation }) => `${indicatorId} ${relation}`)
				.sort()
				.join(' ');
		default: {
			const value = code[field];
			return typeof value === 'string' ? survived(value) : String(value);
		}
	}
};

const importFields: readonly ImportField[] = [
	...(['name', 'parentId', 'definition', 'include', 'exclude', 'example'] as const),
	...(['synonyms', 'color', 'isCodable', 'pillarIds', 'indicators'] as const)
];

const problemAt = (code: string, { row, name }: CodeDraft, more: Readonly<Record<string, string | number>> = {}) => ({
	code,
	params: { row, name: name.slice(0, 80), ...more },
	at: `row ${row}`
});

const grouped = <T>(items: readonly T[], key: (item: T) => string): ReadonlyMap<string, readonly T[]> => {
	const groups = new Map<string, T[]>();
	for (const item of items) {
		const group = groups.get(key(item));
		if (group) group.push(item);
		else groups.set(key(item), [item]);
	}
	return groups;
};

const onlyOne = <T>(items: readonly T[] | undefined): T | undefined => (items?.length === 1 ? items[0] : undefined);

/** Which present code each draft is: by id, else by path (and name), else by a name that only one code has. */
const matched = (book: Codebook, drafts: readonly CodeDraft[], problems: Problem[]): ReadonlyMap<CodeDraft, Code> => {
	const byPath = grouped(book.codes, ({ id }) => keyOf(pathName(book, id)));
	const byName = grouped(book.codes, ({ name }) => fold(name));
	const found = new Map<CodeDraft, Code>();
	const taken = new Map<CodeId, CodeDraft>();
	const take = (draft: CodeDraft, code: Code) => {
		const first = taken.get(code.id);
		if (first) problems.push(problemAt('code-import-double', draft, { first: first.row }));
		taken.set(code.id, draft);
		found.set(draft, code);
	};
	for (const draft of drafts) {
		if (draft.id === null) continue;
		const code = book.byId.get(draft.id);
		if (code) take(draft, code);
		else problems.push(problemAt('code-import-id-unknown', draft));
	}
	for (const draft of drafts) {
		if (draft.id !== null || draft.path === null) continue;
		const there = byPath.get(keyOf(draft.path)) ?? [];
		const code = there.find(({ name }) => fold(name) === fold(draft.name)) ?? there[0];
		if (code) take(draft, code);
	}
	const rest = drafts.filter((draft) => draft.id === null && !found.has(draft));
	const restByName = grouped(rest, ({ name }) => fold(name));
	for (const draft of rest) {
		const named = byName.get(fold(draft.name)) ?? [];
		const [code] = named;
		if (named.length === 1 && code && !taken.has(code.id) && restByName.get(fold(draft.name))?.length === 1)
			take(draft, code);
		else if (draft.path === null && named.length > 1) problems.push(problemAt('code-import-which', draft));
	}
	return found;
};

/** A file of another project carries the ids of that project: there its codes go by name and place. */
const withOwnIds = (book: Codebook, drafts: readonly CodeDraft[]): readonly CodeDraft[] =>
	drafts.some(({ id }) => id !== null && book.byId.has(id)) ? drafts : drafts.map((draft) => ({ ...draft, id: null }));

/**
 * What a file would do to the codebook as it is now. Nothing is ever taken away; problems of all rows are told. `hidden`:
 * the passages of each code that a file has a mark for, in their order.
 */
export const planImport = (
	book: Codebook,
	inFile: readonly CodeDraft[],
	newId: () => CodeId,
	hidden: ReadonlyMap<CodeId, readonly string[]> = new Map()
): Result<ImportPlan> => {
	const problems: Problem[] = [];
	const drafts = withOwnIds(book, inFile);
	const matches = matched(book, drafts, problems);
	const idOf = new Map(drafts.map((draft) => [draft, matches.get(draft)?.id ?? newId()]));
	const draftAt = grouped(
		drafts.filter(({ path }) => path !== null),
		({ path }) => keyOf(path ?? '')
	);
	const draftNamed = grouped(
		drafts.filter(({ path }) => path === null),
		({ name }) => fold(name)
	);
	const presentAt = grouped(book.codes, ({ id }) => keyOf(pathName(book, id)));
	const allNamed = grouped(
		[
			...book.codes.map(({ id, name }) => ({ id, name })),
			...drafts.filter((draft) => !matches.has(draft)).map((draft) => ({ id: idOf.get(draft) ?? '', name: draft.name }))
		],
		({ name }) => fold(name)
	);
	const parentOf = (draft: CodeDraft): CodeId | null => {
		const before = matches.get(draft);
		if (draft.parent === undefined) return before?.parentId ?? null;
		// the path the file gives is the path it has: not moved, whatever the names in it look like
		if (before && draft.path !== null && keyOf(draft.path) === keyOf(pathName(book, before.id))) return before.parentId;
		if (draft.parent === null) return null;
		const key = keyOf(draft.parent);
		// the file's own names come first: a code may have got another one in it
		const inFile = draftAt.get(key)?.[0] ?? onlyOne(draftNamed.get(fold(draft.parent)));
		const named = allNamed.get(fold(draft.parent)) ?? [];
		const id = (inFile && idOf.get(inFile)) ?? presentAt.get(key)?.[0]?.id ?? onlyOne(named)?.id;
		if (id) return id;
		problems.push(problemAt('code-import-parent-unknown', draft, { parent: draft.parent.slice(0, 200) }));
		return null;
	};
	const exampleOf = (draft: CodeDraft, before: Code | null): Pick<DraftFields, 'example'> => {
		const { withheld, fields } = draft;
		if (!withheld || fields.example === undefined) return {};
		const stored = before?.example ?? '';
		const example = withoutMarks(fields.example, withheld.mark, stored, (before && hidden.get(before.id)) ?? []);
		if (example === null) problems.push(problemAt('code-import-withheld', draft, { column: withheld.column }));
		return { example: example ?? stored };
	};
	const made = drafts.map((draft) => {
		const before = matches.get(draft) ?? null;
		const named = { id: idOf.get(draft) ?? '', name: draft.name, parentId: parentOf(draft) };
		const wanted: Code = { ...(before ?? blank), ...draft.fields, ...exampleOf(draft, before), ...named };
		const fields = before
			? importFields.filter((field) => comparable(field, wanted) !== comparable(field, before))
			: importFields;
		// what only looks different in a file stays as it was
		const after = before ? { ...before, ...Object.fromEntries(fields.map((field) => [field, wanted[field]])) } : wanted;
		return { draft, entry: { row: draft.row, before, after, fields } };
	});
	const changed = made.filter(({ entry }) => entry.before === null || entry.fields.length > 0);
	const codes = new Map(book.codes.map((code) => [code.id, code]));
	const lastPlace = new Map<CodeId | null, number>();
	for (const { parentId, place } of book.codes) lastPlace.set(parentId, Math.max(lastPlace.get(parentId) ?? -1, place));
	const entries: ImportEntry[] = [];
	for (const { entry } of changed) {
		const { before, after } = entry;
		const isPlaced = before !== null && before.parentId === after.parentId;
		const place = isPlaced ? before.place : (lastPlace.get(after.parentId) ?? -1) + 1;
		if (!isPlaced) lastPlace.set(after.parentId, place);
		const placed = { ...after, place };
		codes.set(placed.id, placed);
		entries.push({ ...entry, after: placed });
	}
	const depths = depthsIn(codes);
	const siblings = grouped([...codes.values()], ({ parentId, name }) => `${parentId ?? ''} ${fold(name)}`);
	for (const { draft, entry } of changed) {
		if (depths.get(entry.after.id) === undefined) problems.push(problemAt('code-import-cycle', draft));
		const { parentId, name } = entry.after;
		const isNamed = entry.fields.includes('name') || entry.fields.includes('parentId');
		if (isNamed && (siblings.get(`${parentId ?? ''} ${fold(name)}`)?.length ?? 0) > 1)
			problems.push(problemAt('code-import-name-taken', draft));
	}
	if (problems.length > 0) return failAll(problems.toSorted((a, b) => rowOf(a) - rowOf(b)));
	const named = new Set(idOf.values());
	return ok({
		inFile: drafts.length,
		entries: entries.toSorted((a, b) => (depths.get(a.after.id) ?? 0) - (depths.get(b.after.id) ?? 0)),
		unchanged: drafts.length - changed.length,
		notInFile: book.codes.filter(({ id }) => !named.has(id)),
		codes: [...codes.values()]
	});
};

const rowOf = ({ params }: Problem): number => Number(params?.['row'] ?? 0);

/** How deep each code stands; a code that is above itself has no depth. */
const depthsIn = (codes: ReadonlyMap<CodeId, Code>): ReadonlyMap<CodeId, number> => {
	const depths = new Map<CodeId, number>();
	for (const { id, parentId } of codes.values()) {
		let depth = 0;
		let above = parentId;
		while (above !== null && depth <= codes.size) {
			depth += 1;
			above = codes.get(above)?.parentId ?? null;
		}
		if (depth <= codes.size) depths.set(id, depth);
	}
	return depths;
};

const blank: Omit<Code, 'id' | 'name' | 'parentId'> = {
	...{ definition: '', include: '', exclude: '', example: '', synonyms: [], color: null },
	...{ isCodable: true, place: 0, pillarIds: null, indicators: [] }
};
