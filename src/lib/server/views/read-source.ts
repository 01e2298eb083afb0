import { toCutAnswer, toSourceAnswer } from '../../contract/source-answer.ts';
import type { SourceAnswer, SourceTextAnswer } from '../../contract/source.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import type { Context } from '../access/context.ts';
import { permitOnSource } from '../access/source-permit.ts';
import { findIntake } from '../store/source-intake.ts';
import { findText } from '../store/sources.ts';
import { loadCut } from '../store/turns.ts';

/** A source with its text, turns and speakers. */
export const readSource = async (
	context: Context,
	projectId: string,
	sourceId: string
): Promise<Result<SourceTextAnswer>> => {
	const permitted = await permitOnSource(context, projectId, sourceId, 'source.read-text');
	if (!permitted.ok) return permitted;
	const { source } = permitted.value;
	const stored = await findText(context.db, source.id, source.version);
	if (!stored) return fail('source-unknown');
	const cut = await loadCut(context.db, source.id, source.version);
	const intake = await findIntake(context.db, source.id);
	return ok({ ...toSourceAnswer(source), ...stored, ...toCutAnswer(cut), intake });
};

/** What is known about a source without its words, for who may see it in the list but not read it. */
export const readSourceAttributes = async (
	context: Context,
	projectId: string,
	sourceId: string
): Promise<Result<SourceAnswer>> => {
	const permitted = await permitOnSource(context, projectId, sourceId, 'source.list');
	return permitted.ok ? ok(toSourceAnswer(permitted.value.source)) : permitted;
};
