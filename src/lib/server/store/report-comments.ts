import { sql, type RawBuilder } from 'kysely';
import type { ReportCommentId, ReportId, UserId } from '../../domain/project/ids.ts';
import type { CommentPlace, ReportComment } from '../../domain/report/comment.ts';
import type { SectionKey, Slot } from '../../domain/report/report.ts';
import type { Db } from './database.ts';

/** A reply to a comment, with the name of who gave it. */
export type StoredReply = {
	readonly id: string;
	readonly body: string;
	readonly madeBy: UserId;
	readonly madeByName: string;
	readonly madeAt: Date;
};

/** A comment with names and replies. */
export type StoredComment = ReportComment & {
	readonly madeByName: string;
	readonly settledByName: string | null;
	readonly replies: readonly StoredReply[];
};

/** The comments on a report, in the order in which they were made. */
export const listReportComments = (db: Db, reportId: ReportId): Promise<readonly StoredComment[]> =>
	select(db, sql`report_id = ${reportId} and deleted_at is null`);

/** Where the comments on one text of a report are, those that were taken away included: they can come back. */
export const listCommentPlaces = async (
	db: Db,
	reportId: ReportId,
	{ pillarId, areaId, slot }: SectionKey
): Promise<readonly { readonly id: ReportCommentId; readonly place: CommentPlace }[]> => {
	const comments = await select(
		db,
		sql`report_id = ${reportId} and pillar_id = ${pillarId} and area_id = ${areaId} and slot = ${slot}`
	);
	return comments.map(({ id, place }) => ({ id, place }));
};

/** One comment on a report; `isDeleted`: one that was taken away. Null when there is none. */
export const findReportComment = async (
	db: Db,
	reportId: ReportId,
	commentId: ReportCommentId,
	{ isDeleted = false }: { readonly isDeleted?: boolean } = {}
): Promise<StoredComment | null> => {
	const found = await select(
		db,
		sql`report_id = ${reportId} and comments.id = ${commentId} and (deleted_at is not null) = ${isDeleted}`
	);
	return found[0] ?? null;
};

/** Stores a new comment. */
export const insertReportComment = async (trx: Db, reportId: ReportId, comment: ReportComment): Promise<void> => {
	const { id, pillarId, areaId, slot, place, body, madeBy, madeAt } = comment;
	await trx
		.insertInto('report_comments')
		.values({
			id,
			report_id: reportId,
			pillar_id: pillarId,
			area_id: areaId,
			slot,
			...placed(place),
			body,
			made_by: madeBy,
			made_at: madeAt
		})
		.execute();
};

/** Stores a reply. */
export const insertReply = async (
	trx: Db,
	commentId: ReportCommentId,
	{ id, body, madeBy, madeAt }: Omit<StoredReply, 'madeByName'>
): Promise<void> => {
	await trx
		.insertInto('report_comment_replies')
		.values({ id, comment_id: commentId, body, made_by: madeBy, made_at: madeAt })
		.execute();
};

/** Stores where a comment is. */
export const placeReportComment = async (trx: Db, id: ReportCommentId, place: CommentPlace): Promise<void> => {
	await trx.updateTable('report_comments').set(placed(place)).where('id', '=', id).execute();
};

/** Stores that somebody dealt with a comment, or that it is open again (null). */
export const settleReportComment = async (
	trx: Db,
	id: ReportCommentId,
	settled: ReportComment['settled']
): Promise<void> => {
	await trx
		.updateTable('report_comments')
		.set({ settled_by: settled?.by ?? null, settled_at: settled?.at ?? null })
		.where('id', '=', id)
		.execute();
};

/** Hides a comment, or brings it back (null). */
export const setReportCommentDeleted = async (trx: Db, id: ReportCommentId, at: Date | null): Promise<void> => {
	await trx.updateTable('report_comments').set({ deleted_at: at }).where('id', '=', id).execute();
};

const placed = (place: CommentPlace) => ({
	start_position: place.kind === 'passage' ? place.range.start : null,
	end_position: place.kind === 'passage' ? place.range.end : null,
	words: place.kind === 'text' ? '' : place.words
});

type Row = {
	id: string;
	pillar_id: string;
	area_id: string;
	slot: Slot;
	start_position: number | null;
	end_position: number | null;
	words: string;
	body: string;
	made_by: string;
	made_by_name: string;
	made_at: Date;
	settled_by: string | null;
	settled_by_name: string | null;
	settled_at: Date | null;
};

const select = async (db: Db, condition: RawBuilder<unknown>): Promise<readonly StoredComment[]> => {
	const { rows } = await sql<Row>`select comments.id, pillar_id, area_id, slot, start_position, end_position, words,
			body, made_by, makers.name as made_by_name, made_at, settled_by, settlers.name as settled_by_name, settled_at
		from report_comments as comments join users as makers on makers.id = made_by
			left join users as settlers on settlers.id = settled_by
		where ${condition} order by made_at, comments.id`.execute(db);
	const replies = await repliesTo(
		db,
		rows.map(({ id }) => id)
	);
	return rows.map((row) => toComment(row, replies.get(row.id) ?? []));
};

const repliesTo = async (db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, readonly StoredReply[]>> => {
	if (ids.length === 0) return new Map();
	const rows = await db
		.selectFrom('report_comment_replies as replies')
		.innerJoin('users', 'users.id', 'replies.made_by')
		.select(['replies.id', 'comment_id', 'body', 'made_by', 'users.name', 'made_at'])
		.where('comment_id', '=', sql<string>`any(${[...ids]}::uuid[])`)
		.orderBy('made_at')
		.orderBy('replies.id')
		.execute();
	return Map.groupBy(
		rows.map(({ id, comment_id, body, made_by, name, made_at }) => ({
			commentId: comment_id,
			id,
			body,
			madeBy: made_by,
			madeByName: name,
			madeAt: made_at
		})),
		({ commentId }) => commentId
	);
};

const toComment = (row: Row, replies: readonly StoredReply[]): StoredComment => ({
	id: row.id,
	pillarId: row.pillar_id,
	areaId: row.area_id,
	slot: row.slot,
	place: placeOf(row),
	body: row.body,
	madeBy: row.made_by,
	madeByName: row.made_by_name,
	madeAt: row.made_at,
	settled: row.settled_by !== null && row.settled_at !== null ? { by: row.settled_by, at: row.settled_at } : null,
	settledByName: row.settled_by_name,
	replies
});

const placeOf = ({ start_position, end_position, words }: Row): CommentPlace => {
	if (start_position !== null && end_position !== null)
		return { kind: 'passage', range: { start: start_position, end: end_position }, words };
	return words === '' ? { kind: 'text' } : { kind: 'loose', words };
};
