import { fromCursor, toPage } from '../../contract/cursor.ts';
import { parse } from '../../contract/parse.ts';
import {
	runQueryInput,
	type QueriedCodingsAnswer,
	type QueriedSourcesAnswer,
	type QueriedTurnsAnswer,
	type QueryAnswer
} from '../../contract/query.ts';
import { referenceOf } from '../../domain/coding/coding.ts';
import { failAll, ok, type Result } from '../../domain/problem.ts';
import type { Condition, Query } from '../../query/query.ts';
import type { Context } from '../access/context.ts';
import { permit, type Permit } from '../access/permit.ts';
import { findUnknownIn } from '../store/asked-ids.ts';
import { listVersionNames } from '../store/codebook-versions.ts';
import {
	countQueried,
	listQueried,
	listSourcesQueried,
	listTurnsQueried,
	listVoicesQueried,
	type FoundCount
} from '../store/queries.ts';
import { keyOfQuote, quoteKeyOf, toCodingItem } from './list-codings.ts';

/**
 * Asks a question of what this person may read: released sources and the team's codings in them. Blind second codings
 * do not count. An id that is nothing here is refused, since an empty answer would look like a silence.
 */
export const runQuery = async (context: Context, projectId: string, input: unknown): Promise<Result<QueryAnswer>> => {
	const permitted = await permit(context, projectId, 'coding.read');
	if (!permitted.ok) return permitted;
	const parsed = parse(runQueryInput, input);
	if (!parsed.ok) return parsed;
	const { where, unit, ...paging } = parsed.value;
	const known = await knowsAll(context, permitted.value, where);
	if (!known.ok) return known;
	return answers[unit](context, permitted.value, where, paging);
};

/** As `runQuery` for codings: what the page on which one asks begins with. */
export const queryCodings = async (
	context: Context,
	permitted: Permit,
	{ where }: Query<'coding'>
): Promise<Result<QueriedCodingsAnswer>> => {
	const known = await knowsAll(context, permitted, where);
	return known.ok ? codingsOf(context, permitted, where, { limit: 50 }) : known;
};

/** Whether all that a question names exists here; else the unknown ids as problems. */
export const knowsAll = async (
	{ db }: Context,
	{ project, access }: Permit,
	where: Condition
): Promise<Result<null>> => {
	const unknown = await findUnknownIn(db, project.id, access, where);
	return unknown.length === 0 ? ok(null) : failAll(unknown);
};

type Paging = { readonly cursor?: string | undefined; readonly limit: number };
type Answering<A> = (context: Context, permitted: Permit, where: Condition, paging: Paging) => Promise<Result<A>>;

const codingsOf: Answering<QueriedCodingsAnswer> = async (context, { project, access }, where, { cursor, limit }) => {
	const after = quoteKeyOf(cursor);
	if (!after.ok) return after;
	const counts = await countQueried(context.db, project.id, access, { where, unit: 'coding' });
	const rows = await listQueried(context.db, project.id, access, where, after.value, limit + 1);
	const voices = after.value === null ? await listVoicesQueried(context.db, project.id, access, where) : null;
	const { items, nextCursor } = toPage(rows, limit, keyOfQuote);
	const toItem = toCodingItem(await listVersionNames(context.db, project.id));
	return ok({
		unit: 'coding',
		items: items.map(toItem),
		nextCursor,
		...counts,
		voices: voices && voices.map(({ change, level, ...rest }) => ({ ...rest, change: [...change], level: [...level] }))
	});
};

const turnsOf: Answering<QueriedTurnsAnswer> = async (context, { project, access }, where, { cursor, limit }) => {
	const after = fromCursor<[sourceId: string, ordinal: number]>(cursor, ['id', 'place']);
	if (!after.ok) return after;
	const counts: FoundCount = await countQueried(context.db, project.id, access, { where, unit: 'turn' });
	const rows = await listTurnsQueried(context.db, project.id, access, where, after.value, limit + 1);
	const { items, nextCursor } = toPage(rows, limit, ({ source, ordinal }) => [source.id, ordinal]);
	const withReference = items.map((turn) => ({
		...turn,
		reference: referenceOf(turn.source.title, turn.source.waveYear, turn.ordinal)
	}));
	return ok({ unit: 'turn', items: withReference, nextCursor, ...counts });
};

const sourcesOf: Answering<QueriedSourcesAnswer> = async (context, { project, access }, where, { cursor, limit }) => {
	const after = fromCursor<[sourceId: string]>(cursor, ['id']);
	if (!after.ok) return after;
	const counts = await countQueried(context.db, project.id, access, { where, unit: 'source' });
	const rows = await listSourcesQueried(context.db, project.id, access, where, after.value, limit + 1);
	const { items, nextCursor } = toPage(rows, limit, ({ id }) => [id]);
	return ok({ unit: 'source', items: items.map((source) => ({ source })), nextCursor, ...counts });
};

const answers = { coding: codingsOf, turn: turnsOf, source: sourcesOf } as const;
