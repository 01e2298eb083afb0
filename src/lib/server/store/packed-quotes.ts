import { sql } from 'kysely';
import type { PackedQuotes } from '../../domain/coding/packed-quotes.ts';
import type { Group } from '../../domain/source/source.ts';
import type { Db } from './database.ts';
import { letOthersIn } from './let-others-in.ts';
import type { AskedQuotes } from './quotes.ts';

/** A source of which quotes are read, with what is the same for all of them. */
export type QuotedSource = {
	readonly id: string;
	readonly title: string;
	readonly areaId: string;
	readonly areaName: string;
	readonly waveYear: number;
	readonly studyId: string | null;
	readonly group: Group | null;
	/** of everybody in it; of a voice of its own the turns tell */
	readonly quotesAllowed: boolean;
	/** of the team with these codes: no fewer than will be found */
	readonly codings: number;
};

/** The sources in which there can be such quotes, by id. */
export const listQuotedSources = async (db: Db, asked: AskedQuotes): Promise<readonly QuotedSource[]> => {
	const counted = asked.codes === null ? sql`` : sql`and coding_counts.code_id in ${asked.codes}`;
	const { rows } = await sql<Row>`select sources.id, sources.title, sources.area_id, areas.name as area_name,
			waves.year as wave_year, sources.study_id, sources."group", sources.quotes_allowed,
			coalesce((select sum(codings) from coding_counts where source_id = sources.id ${counted}), 0)::int as codings
		from sources join areas on areas.id = sources.area_id join waves on waves.id = sources.wave_id
		where ${asked.sources} order by sources.id`.execute(db);
	return rows
		.filter(({ codings }) => codings > 0 || !asked.areShared)
		.map(({ area_id, area_name, wave_year, study_id, quotes_allowed, ...row }) => ({
			...row,
			areaId: area_id,
			areaName: area_name,
			waveYear: wave_year,
			studyId: study_id,
			quotesAllowed: quotes_allowed
		}));
};

const atOnce = 1000; // quotes a statement, so that the embedded database is never busy for long

/**
 * All quotes that are asked for, in the order of these sources and within each as one reads, some hundreds at a time. Each
 * part is one statement, so that quotes and turns are of the same moment; `offset 0` makes it look turns up text by text,
 * where the planner, which cannot know how few texts there are, would read all turns there are.
 */
export async function* readPacked(
	db: Db,
	asked: AskedQuotes,
	sources: readonly Pick<QuotedSource, 'id' | 'codings'>[]
): AsyncGenerator<PackedQuotes> {
	for (const { first, ids } of batchesOf(sources))
		for (let after: Place | null = null, isMore = true; isMore;) {
			// a source with many quotes stands alone, and is read in parts
			const limit = ids.length === 1 ? atOnce : null;
			const page: Packed = await readPage(db, asked, ids, after, limit);
			if (page.found > 0) yield { first, quotes: page.quotes ?? '', turns: page.turns ?? '' };
			after = page.last && { start: Number(page.last[0]), id: page.last[1] };
			isMore = page.found === limit;
			await letOthersIn();
		}
}

/** Sources in a row that have so many quotes together as are read at once. */
const batchesOf = (sources: readonly Pick<QuotedSource, 'id' | 'codings'>[]) => {
	const batches: { first: number; ids: string[] }[] = [];
	let size = 0;
	for (const [at, { id, codings }] of sources.entries()) {
		const last = batches.at(-1);
		size += codings;
		if (last && size <= atOnce) last.ids.push(id);
		else {
			batches.push({ first: at, ids: [id] });
			size = codings;
		}
	}
	return batches;
};

type Place = { readonly start: number; readonly id: string };
type Packed = { found: number; quotes: string | null; turns: string | null; last: [string, string] | null };

const readPage = async (
	db: Db,
	{ codes, codings }: AskedQuotes,
	ids: readonly string[],
	after: Place | null,
	limit: number | null
): Promise<Packed> => {
	const { rows } = await sql<Packed>`with page as materialized (
			select picked.place, codings.source_id, codings.id, codings.version, codings.start_position,
				codings.end_position, codings.code_id, codings.change, codings.level, codings.is_important,
				codings.coded_at, coalesce(codings.code_set_at, codings.coded_at) as code_set_at, users.name, codings.memo, codings.quote
			from unnest(${[...ids]}::uuid[]) with ordinality as picked (id, place)
				join sources on sources.id = picked.id
				join codings on codings.source_id = sources.id
				join codes on codes.id = codings.code_id and codes.deleted_at is null
				join users on users.id = codings.coder_id
			where ${codings} ${codes === null ? sql`` : sql`and codings.code_id in ${codes}`}
				${after === null ? sql`` : sql`and (codings.start_position, codings.id) > (${after.start}::int, ${after.id}::uuid)`}
			order by picked.place, codings.start_position, codings.id limit ${limit}::int
		)
		select (select count(*)::int from page) as found,
			(select string_agg(${packedQuote}, '' order by place, start_position, id) from page) as quotes,
			(select string_agg(${packedTurn}, ';')
				from (select distinct place, source_id, version from page) as text
					cross join lateral (select * from turns
						where turns.source_id = text.source_id and turns.version = text.version offset 0) as turns
					left join speakers on speakers.id = turns.speaker_id) as turns,
			(select array[start_position::text, id::text] from page
				order by place desc, start_position desc, id desc limit 1) as last`.execute(db);
	return rows[0] ?? { found: 0, quotes: null, turns: null, last: null };
};

/** As `PackedQuotes` says; `format` takes half the time of putting the columns together one by one. */
const packedQuote = sql`format('%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s;%s%s%s', place, version, start_position, end_position,
	code_id, change, level, is_important, floor(extract(epoch from coded_at) * 1000),
	floor(extract(epoch from code_set_at) * 1000), length(name), length(memo),
	length(quote), name, memo, quote)`;
const packedTurn = sql`format('%s,%s,%s,%s,%s,%s', text.place, text.version, turns.ordinal, turns.start_position,
	turns.end_position, coalesce(speakers.quotes_allowed, false)::int)`;

type Row = {
	id: string;
	title: string;
	area_id: string;
	area_name: string;
	wave_year: number;
	study_id: string | null;
	group: Group | null;
	quotes_allowed: boolean;
	codings: number;
};
