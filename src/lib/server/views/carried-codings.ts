import { listCarriedQuery, type ChangedCodingItem, type OrphanItem } from '../../contract/carried-coding.ts';
import { fromCursor, toPage, type Page } from '../../contract/cursor.ts';
import { parse } from '../../contract/parse.ts';
import { ok, type Result } from '../../domain/problem.ts';
import { may, type Access } from '../../domain/project/membership.ts';
import type { Context } from '../access/context.ts';
import { permit } from '../access/permit.ts';
import type { Db } from '../store/database.ts';
import {
	listChangedCodings as listChanged,
	listOrphans as list,
	type CarriedKey,
	type ChangedCoding,
	type Orphan
} from '../store/carried-codings.ts';

/** Codings whose words are all gone, that wait until somebody decides; by source and place. */
export const listOrphans = (context: Context, projectId: string, query: unknown): Promise<Result<Page<OrphanItem>>> =>
	listCarried(context, projectId, query, list, ({ sourceId, at, id }) => [sourceId, at, id], toOrphanItem);

/** Codings in which words were changed, and that nobody has looked at since; in reading order. */
export const listChangedCodings = (
	context: Context,
	projectId: string,
	query: unknown
): Promise<Result<Page<ChangedCodingItem>>> =>
	listCarried(
		context,
		projectId,
		query,
		listChanged,
		({ sourceId, start, id }) => [sourceId, start, id],
		toChangedItem
	);

type List<T> = (
	db: Db,
	projectId: string,
	access: Access,
	narrowed: { readonly sourceId: string | null; readonly after: CarriedKey | null; readonly limit: number }
) => Promise<readonly T[]>;

const listCarried = async <T, Item>(
	context: Context,
	projectId: string,
	query: unknown,
	read: List<T>,
	keyOf: (row: T) => CarriedKey,
	toItem: (row: T, context: Context, access: Access) => Item
): Promise<Result<Page<Item>>> => {
	const permitted = await permit(context, projectId, 'coding.read');
	if (!permitted.ok) return permitted;
	const parsed = parse(listCarriedQuery, query);
	if (!parsed.ok) return parsed;
	const { cursor, limit, sourceId = null } = parsed.value;
	const after = fromCursor<CarriedKey>(cursor, ['id', 'place', 'id']);
	if (!after.ok) return after;
	const { project, access } = permitted.value;
	const rows = await read(context.db, project.id, access, { sourceId, after: after.value, limit: limit + 1 });
	const page = toPage(rows, limit, keyOf);
	return ok({ ...page, items: page.items.map((row) => toItem(row, context, access)) });
};

const shared = (row: Orphan | ChangedCoding) => ({
	id: row.id,
	source: { id: row.sourceId, title: row.title, version: row.version },
	code: { id: row.codeId, name: row.codeName, isGone: row.isCodeGone },
	coder: { id: row.coderId, name: row.coderName },
	madeIn: row.madeIn
});

/** As `permitCoding`: coders decide about their own, who keeps the codebook also about those of others. */
const mayApply = (row: Orphan | ChangedCoding, { actor }: Context, access: Access) =>
	actor.token?.scope !== 'read' && may(access, 'coding.apply', { areaPath: row.areaPath });

const toOrphanItem = (row: Orphan, context: Context, access: Access): OrphanItem => ({
	...shared(row),
	quote: row.was ?? row.lastWords,
	isMadeInOpen: row.was !== null,
	orphanedIn: row.orphanedIn,
	at: row.at,
	mayMend:
		(row.coderId === context.actor.userId && mayApply(row, context, access)) ||
		(row.layer === 'shared' && context.actor.token?.scope !== 'read' && may(access, 'codebook.edit'))
});

const toChangedItem = (row: ChangedCoding, context: Context, access: Access): ChangedCodingItem => ({
	...shared(row),
	start: row.start,
	end: row.end,
	quote: row.quote,
	was: row.was,
	changedIn: row.changedIn,
	mayReview: mayApply(row, context, access)
});
