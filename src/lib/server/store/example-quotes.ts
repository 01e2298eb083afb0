import { sql } from 'kysely';
import { isTelling, passagesIn } from '../../domain/codebook/example.ts';
import type { Code } from '../../domain/codebook/code.ts';
import type { AreaId, CodeId, ProjectId, SourceId } from '../../domain/project/ids.ts';
import type { Group } from '../../domain/source/source.ts';
import type { Db } from './database.ts';
import { mayQuoteCoding } from './quote-consent.ts';

/** A passage of an interview that stands among the examples of a code. */
export type ExampleQuote = {
	readonly codeId: CodeId;
	readonly quote: string;
	readonly sourceId: SourceId;
	readonly areaId: AreaId;
	readonly areaName: string;
	/** null = an observation of public space */
	readonly group: Group | null;
	/** who speaks allows it, and the interview is released or was deleted later */
	readonly mayShow: boolean;
};

/**
 * The passages that stand among the examples of some codes, as they were coded: of the code itself, or known by their
 * words. What somebody typed there by hand is in no interview and not among them.
 */
export const listExampleQuotes = async (
	db: Db,
	projectId: ProjectId,
	codes: readonly Pick<Code, 'id' | 'example'>[]
): Promise<readonly ExampleQuote[]> => {
	const wanted = codes.flatMap(({ id, example }) => passagesIn(example).map((passage) => ({ id, passage })));
	if (wanted.length === 0) return [];
	const passages = [...new Set(wanted.map(({ passage }) => passage))];
	const { rows } = await sql<Omit<ExampleQuote, 'codeId'> & { readonly ofCode: CodeId }>`select
			btrim(codings.quote, E' \n\t') as quote, codings.code_id as "ofCode", sources.id as "sourceId",
			sources.area_id as "areaId", areas.name as "areaName", sources."group" as "group",
			(${mayQuoteCoding} and (sources.status = 'released' or sources.deleted_at is not null)) as "mayShow"
		from codings join sources on sources.id = codings.source_id join areas on areas.id = sources.area_id
		where codings.project_id = ${projectId} and btrim(codings.quote, E' \n\t') = any(${passages}::text[])
		order by codings.id`.execute(db);
	const coded = Map.groupBy(rows, ({ quote }) => quote);
	return wanted.flatMap(({ id, passage }) =>
		(coded.get(passage) ?? [])
			.filter(({ ofCode }) => ofCode === id || isTelling(passage))
			.map(({ ofCode: _, ...quote }) => ({ ...quote, codeId: id }))
	);
};
