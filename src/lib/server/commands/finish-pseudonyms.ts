import { parse } from '../../contract/parse.ts';
import { finishPseudonymsInput, readTurnsInput, type PseudonymsAnswer } from '../../contract/pseudonym.ts';
import { failAll, ok, type Problem, type Result } from '../../domain/problem.ts';
import { stepIndex, steps } from '../../domain/source/steps.ts';
import { pseudonymOverview, unsettled } from '../../privacy/pseudonym-overview.ts';
import type { Context } from '../access/context.ts';
import { addReadTurns, markDone } from '../store/pseudonym-work.ts';
import { updateSource } from '../store/sources.ts';
import { afterStep, changePseudonyms, type PseudonymWorkplace } from './change-pseudonyms.ts';

/** Remembers which turns somebody had on the screen, so that the part that was read can be shown. */
export const readTurns = async (
	context: Context,
	projectId: string,
	sourceId: string,
	input: unknown
): Promise<Result<null>> => {
	const parsed = parse(readTurnsInput, input);
	if (!parsed.ok) return parsed;
	return changePseudonyms(context, projectId, sourceId, {
		needs: 'source.pseudonymise',
		action: null,
		version: null,
		step: async ({ trx, source, desk }) => {
			const present = new Set(desk.cut.turns.map(({ ordinal }) => ordinal));
			await addReadTurns(
				trx,
				source.id,
				parsed.value.turns.filter((ordinal) => present.has(ordinal))
			);
			return ok(null);
		}
	});
};

/**
 * Marks the names of a text as done: everything found has a decision, everything accepted is replaced, no citizen service
 * number stands in it, nothing a coder reported waits, and somebody says that the whole text was read.
 */
export const finishPseudonyms = async (
	context: Context,
	projectId: string,
	sourceId: string,
	input: unknown
): Promise<Result<PseudonymsAnswer>> => {
	const parsed = parse(finishPseudonymsInput, input);
	if (!parsed.ok) return parsed;
	return changePseudonyms(context, projectId, sourceId, {
		needs: 'source.pseudonymise',
		action: 'pseudonym.finish',
		version: parsed.value.version,
		step: async (workplace) => {
			const { trx, source, desk } = workplace;
			const problems = obstacles(workplace);
			if (problems.length > 0) return failAll(problems);
			await markDone(trx, source.id, source.version, { by: context.actor.userId, at: context.now() });
			if (!desk.needsCheck) await stepOn(workplace);
			return afterStep(context, workplace);
		}
	});
};

/** Why the names of a text are not done yet, or not any more. */
export const obstacles = ({ desk }: Pick<PseudonymWorkplace, 'desk'>): readonly Problem[] => {
	const { groups, bsns } = pseudonymOverview(desk);
	const { open, pending } = unsettled(groups);
	return [
		...(bsns > 0 ? [{ code: 'pseudonyms-bsn', params: { count: bsns } }] : []),
		...(open > 0 ? [{ code: 'pseudonyms-open', params: { count: open } }] : []),
		...(pending > 0 ? [{ code: 'pseudonyms-pending', params: { count: pending } }] : []),
		...(desk.leftovers.length > 0 ? [{ code: 'pseudonyms-leftover', params: { count: desk.leftovers.length } }] : [])
	];
};

/** Takes the source to the step after this one, when it has not come that far. */
export const stepOn = async ({ trx, source }: Pick<PseudonymWorkplace, 'trx' | 'source'>): Promise<void> => {
	if (stepIndex(source.status) <= steps.indexOf('pseudonymising'))
		await updateSource(trx, { ...source, status: 'attributes' });
};
