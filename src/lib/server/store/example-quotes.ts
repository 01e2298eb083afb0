import { sql } from 'kysely';
import { isTelling, passagesIn } from '../../domain/codebook/example.ts';
import { passagesInText } from '../../domain/codebook/example-in-text.ts';
import type { Code } from '../../domain/codebook/code.ts';
import type { AreaId, CodeId, CodingId, ProjectId, SourceId } from '../../domain/project/ids.ts';
import type { Group } from '../../domain/source/source.ts';
import { positionMap } from '../../domain/text/position.ts';
import type { Db } from './database.ts';
import { mayQuoteCoding, mayVoicesQuote } from './quote-consent.ts';

/** A passage of an interview that stands among the examples of a code. */
export type ExampleQuote = {
	readonly codeId: CodeId;
	/** as it stands in the example */
	readonly quote: string;
	readonly sourceId: SourceId;
	readonly areaId: AreaId;
	readonly areaName: string;
	/** null = an observation of public space */
	readonly group: Group | null;
	/** who speaks allows it, and the interview is released or was deleted later */
	readonly mayShow: boolean;
};

/** Remembers from which coding words were taken over among the examples of a code. */
export const keepExample = async (
	trx: Db,
	{ codeId, codingId, words }: { readonly codeId: CodeId; readonly codingId: CodingId; readonly words: string }
): Promise<void> => {
	await trx
		.insertInto('code_examples')
		.values({ code_id: codeId, coding_id: codingId, words })
		.onConflict((conflict) => conflict.columns(['code_id', 'coding_id']).doUpdateSet({ words }))
		.execute();
};

/**
 * The passages that stand among the examples of some codes: taken over from a coding, coded with these words, or spoken in
 * an interview that may not be quoted. What somebody typed there by hand is in no interview and not among them.
 */
export const listExampleQuotes = async (
	db: Db,
	projectId: ProjectId,
	codes: readonly Pick<Code, 'id' | 'example'>[]
): Promise<readonly ExampleQuote[]> => {
	const wanted = codes.flatMap(({ id, example }) => passagesIn(example).map((passage) => ({ id, passage })));
	if (wanted.length === 0) return [];
	const passages = [...new Set(wanted.map(({ passage }) => passage))];
	const said = [...(await codedPassages(db, projectId, passages)), ...(await spokenPassages(db, projectId, passages))];
	const bySaid = Map.groupBy(said, ({ quote }) => quote);
	return wanted.flatMap(({ id, passage }) =>
		(bySaid.get(passage) ?? [])
			.filter(({ ofCode }) => ofCode === id || isTelling(passage))
			.map(({ ofCode: _, ...quote }) => ({ ...quote, codeId: id }))
	);
};

/** `ofCode`: null = nobody coded it so. */
type Said = Omit<ExampleQuote, 'codeId'> & { readonly ofCode: CodeId | null };

/** Words whatever their white space and capitals, as the index has them. */
const keyOf = (column: string) => sql`md5(lower(btrim(regexp_replace(${sql.ref(column)}, '\\s+', ' ', 'g'))))`;

/** What may be shown of an interview by where it is with the app. */
const isReleased = sql<boolean>`(sources.status = 'released' or sources.deleted_at is not null)`;

/** Passages that were coded with these words, or taken over from a coding when it had them. */
const codedPassages = async (db: Db, projectId: ProjectId, passages: readonly string[]): Promise<readonly Said[]> => {
	const { rows } = await sql<Said>`with wanted as (
			select passage, ${keyOf('passage')} as key from unnest(${passages}::text[]) as passage
		), said as (
			select passage, codings.id, codings.code_id from wanted join codings
				on codings.project_id = ${projectId} and ${keyOf('codings.quote')} = wanted.key
			union
			select passage, code_examples.coding_id, code_examples.code_id
			from code_examples join codes on codes.id = code_examples.code_id
				join wanted on ${keyOf('code_examples.words')} = wanted.key
			where codes.project_id = ${projectId}
		)
		select said.passage as quote, said.code_id as "ofCode", sources.id as "sourceId",
			sources.area_id as "areaId", areas.name as "areaName", sources."group" as "group",
			(${mayQuoteCoding} and ${isReleased}) as "mayShow"
		from said join codings on codings.id = said.id join sources on sources.id = codings.source_id
			join areas on areas.id = sources.area_id
		order by said.id, said.passage`.execute(db);
	return rows;
};

/** Passages that stand in the text of an interview that may not be quoted there, coded or not. */
const spokenPassages = async (db: Db, projectId: ProjectId, passages: readonly string[]): Promise<readonly Said[]> => {
	const find = passagesInText(passages);
	const { rows: closed } = await sql<
		Omit<ExampleQuote, 'codeId' | 'quote' | 'mayShow'> & { readonly version: number; readonly isOut: boolean }
	>`select sources.id as "sourceId", sources.area_id as "areaId", areas.name as "areaName",
			sources."group" as "group", sources.version, ${isReleased} as "isOut"
		from sources join areas on areas.id = sources.area_id
		where sources.project_id = ${projectId} and not (sources.quotes_allowed and ${isReleased})
		order by sources.id`.execute(db);
	const said: Said[] = [];
	for (const { version, isOut, ...source } of closed) {
		const { rows } = await sql<{ text: string }>`select text from source_versions
			where source_id = ${source.sourceId} and version = ${version}`.execute(db);
		const text = rows[0]?.text ?? '';
		const found = find(text);
		if (found.length === 0) continue;
		const places = positionMap(text);
		for (const { passage, from, to } of found) {
			const [start, end] = [places.toPosition(from), places.toPosition(to)];
			if (isOut && (await mayQuotePlace(db, { sourceId: source.sourceId, version, start, end }))) continue;
			said.push({ ...source, quote: passage, ofCode: null, mayShow: false });
		}
	}
	return said;
};

/** Whether all voices in a place of an interview that may not be quoted as a whole allow quotes. */
const mayQuotePlace = async (
	db: Db,
	at: { readonly sourceId: SourceId; readonly version: number; readonly start: number; readonly end: number }
): Promise<boolean> => {
	const place = {
		sourceId: sql`${at.sourceId}::uuid`,
		version: sql`${at.version}::integer`,
		start: sql`${at.start}::integer`,
		end: sql`${at.end}::integer`
	};
	const { rows } = await sql<{ may: boolean }>`select ${mayVoicesQuote(place)} as may`.execute(db);
	return rows[0]?.may ?? false;
};
