import { listCodeChangesQuery, type CodeChangesAnswer } from '../../contract/code-change.ts';
import { fromCursor, toPage } from '../../contract/cursor.ts';
import { parse } from '../../contract/parse.ts';
import { nextToRedo, nextToUndo } from '../../domain/codebook/change-log.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { logReader, ownChanges, shownChange } from '../access/code-change-answers.ts';
import type { Context } from '../access/context.ts';
import { permit } from '../access/permit.ts';
import { listCodeChanges } from '../store/code-changes.ts';

/** The log of the codebook, the latest change first, and what the person who asks can undo and do again next. */
export const listChanges = async (
	context: Context,
	projectId: string,
	query: unknown
): Promise<Result<CodeChangesAnswer>> => {
	const permitted = await permit(context, projectId, 'codebook.read');
	if (!permitted.ok) return permitted;
	const parsed = parse(listCodeChangesQuery, query);
	if (!parsed.ok) return parsed;
	const { cursor, limit } = parsed.value;
	const before = fromCursor<[number]>(cursor, ['number']);
	if (!before.ok) return before;
	const [order] = before.value ?? [null];
	if (order !== null && !(Number.isInteger(order) && Math.abs(order) <= largest))
		return fail('cursor-invalid', undefined, 'cursor');
	const { id } = permitted.value.project;
	const changes = await listCodeChanges(context.db, id, { before: order, limit: limit + 1 });
	const page = toPage(changes, limit, (change) => [change.order]);
	const own = await ownChanges(context, id);
	const reader = await logReader(context, context.db, id, [...page.items, ...own]);
	const me = context.actor.userId;
	const show = (change: (typeof changes)[number]) => shownChange(reader, change);
	const undo = nextToUndo(
		own.filter((change) => change.undoneOrder !== null || show(change).canUndo),
		me
	);
	const redo = nextToRedo(own, me);
	const again = redo && show(redo);
	return ok({
		...page,
		items: page.items.map(show),
		undo: undo && show(undo),
		redo: again?.canRedo ? again : null
	});
};

const largest = 2_147_483_647; // an int of the database
