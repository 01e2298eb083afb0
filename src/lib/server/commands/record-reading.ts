import { recordReadingInput } from '../../contract/assignment.ts';
import { parse } from '../../contract/parse.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import type { Context } from '../access/context.ts';
import { permitOnSource } from '../access/source-permit.ts';
import { addReading } from '../store/readings.ts';

/** Notes which turns somebody read, or wants to see as unread again. Over an older version of the text it says so (409). */
export const recordReading = async (
	context: Context,
	projectId: string,
	sourceId: string,
	input: unknown
): Promise<Result<null>> => {
	const parsed = parse(recordReadingInput, input);
	if (!parsed.ok) return parsed;
	const permitted = await permitOnSource(context, projectId, sourceId, 'reading.mark');
	if (!permitted.ok) return permitted;
	const { source } = permitted.value;
	const { version, read, unread, at } = parsed.value;
	const change = { version, read, unread, lastTurn: at };
	return (await addReading(context.db, source.id, context.actor.userId, change, context.now()))
		? ok(null)
		: fail('version-conflict', { version, present: source.version }, 'version');
};
