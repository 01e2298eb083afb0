import type { PseudonymsAnswer } from '../../contract/pseudonym.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import type { Action } from '../../domain/project/membership.ts';
import type { Project } from '../../domain/project/project.ts';
import type { Source } from '../../domain/source/source.ts';
import { audit } from '../access/audit.ts';
import type { Context } from '../access/context.ts';
import { pseudonymAnswer } from '../access/pseudonym-answer.ts';
import { loadPseudonymDesk, type PseudonymDesk } from '../access/pseudonym-desk.ts';
import { permitOnSource } from '../access/source-permit.ts';
import type { Db } from '../store/database.ts';
import { lockSource } from '../store/sources.ts';
import { inTransaction } from '../store/transaction.ts';

/** What a step on the names of a text is given: the text is held until the transaction ends. */
export type PseudonymWorkplace = {
	readonly trx: Db;
	readonly project: Project;
	readonly source: Source;
	readonly desk: PseudonymDesk;
	readonly can: (action: Action) => boolean;
};

type Step<T> = {
	readonly needs: Action;
	/** null = too small a step for a line in the log */
	readonly action: string | null;
	/** the version the person saw; null = any */
	readonly version: number | null;
	readonly step: (at: PseudonymWorkplace) => Promise<Result<T>>;
};

/**
 * The frame of every command about names in a text: may this person, is it still the text that was seen, do the step,
 * write the log, tell other screens. All of it or nothing.
 */
export const changePseudonyms = async <T>(
	context: Context,
	projectId: string,
	sourceId: string,
	{ needs, action, version, step }: Step<T>
): Promise<Result<T>> => {
	const permitted = await permitOnSource(context, projectId, sourceId, needs);
	if (!permitted.ok) return permitted;
	const { project, can } = permitted.value;
	const seen = { version: 0 };
	const done = await inTransaction(context.db, async (trx): Promise<Result<T>> => {
		const source = await lockSource(trx, permitted.value.source.id);
		const desk = source && (await loadPseudonymDesk(context, trx, project, source));
		if (!source || !desk) return fail('source-unknown');
		if (version !== null && source.version !== version)
			return fail('version-conflict', { version, present: source.version }, 'version');
		const result = await step({ trx, project, source, desk, can });
		if (!result.ok) return result;
		seen.version = (await lockSource(trx, source.id))?.version ?? source.version;
		if (action !== null) await audit(context, trx, project.id, action, { kind: 'source', id: source.id });
		return result;
	});
	if (done.ok && seen.version !== permitted.value.source.version)
		context.publish({
			projectId: project.id,
			kind: 'source',
			change: 'changed',
			ids: [permitted.value.source.id],
			sourceId: permitted.value.source.id,
			version: seen.version,
			actorId: context.actor.userId
		});
	return done;
};

/** The page as it is after a step. */
export const afterStep = async (
	context: Context,
	{ trx, project, source, can }: PseudonymWorkplace
): Promise<Result<PseudonymsAnswer>> => {
	const present = await lockSource(trx, source.id);
	const answer = present && (await pseudonymAnswer(context, trx, project, present, can));
	return answer ? ok(answer) : fail('source-unknown');
};
