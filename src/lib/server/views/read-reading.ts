import type { ReadingAnswer } from '../../contract/assignment.ts';
import { ok, type Result } from '../../domain/problem.ts';
import { countRead } from '../../domain/source/reading.ts';
import type { Context } from '../access/context.ts';
import { permitOnSource } from '../access/source-permit.ts';
import { findReading } from '../store/readings.ts';
import { countTurns } from '../store/turns.ts';

/** Which turns of a source this person read. */
export const readReading = async (
	context: Context,
	projectId: string,
	sourceId: string
): Promise<Result<ReadingAnswer>> => {
	const permitted = await permitOnSource(context, projectId, sourceId, 'coding.read');
	if (!permitted.ok) return permitted;
	const { source } = permitted.value;
	const reading = await findReading(context.db, source.id, context.actor.userId);
	const spans = reading?.turns ?? [];
	return ok({
		version: source.version,
		turns: await countTurns(context.db, source.id, source.version),
		read: countRead(spans),
		spans: spans.map(({ first, last }) => ({ first, last })),
		at: reading?.lastTurn ?? null
	});
};
