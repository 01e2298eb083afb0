import type { Coding, Layer } from '../../domain/coding/coding.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import type { CodeId, UserId } from '../../domain/project/ids.ts';
import { may } from '../../domain/project/membership.ts';
import { loadCodingFacts, type CodingFacts } from '../store/coding-facts.ts';
import type { Db } from '../store/database.ts';
import type { Context } from './context.ts';
import { isUuid, judge } from './permit.ts';
import { targetOf } from './source-permit.ts';

/** Someone who may code on a source, or mend codings there. */
export type CodingPermit = Omit<CodingFacts, 'source'> & {
	readonly source: NonNullable<CodingFacts['source']>;
	/** where this person's codings go and which ones are seen */
	readonly layer: Layer;
	/** may put codes on the source, and change own codings */
	readonly mayApply: boolean;
	/** may also change codings of others */
	readonly mayMendAll: boolean;
};

/**
 * The first step of the commands that change codings, with everything they decide on in one question to the database.
 * Coders change their own codings; who keeps the codebook may mend those of others.
 */
export const permitCoding = async (
	context: Context,
	db: Db,
	projectId: string,
	sourceId: string | null,
	codeIds: readonly CodeId[]
): Promise<Result<CodingPermit>> => {
	if (!isUuid(projectId)) return fail('project-unknown');
	const facts = await loadCodingFacts(db, projectId, context.actor.userId, sourceId, codeIds);
	if (!facts) return fail('project-unknown');
	const { access, project, source } = facts;
	const keepsCodebook = may(access, 'codebook.edit');
	const judged = judge(context.actor, project, access, keepsCodebook ? 'codebook.edit' : 'coding.apply');
	if (!judged.ok) return judged;
	if (!source) return fail('source-unknown', undefined, 'sourceId');
	const target = targetOf(source);
	const layer = facts.isSecondCoder ? 'second' : 'shared';
	const mayMendAll = keepsCodebook && layer === 'shared' && may(access, 'coding.read', target);
	const mayApply = may(access, 'coding.apply', target);
	if (mayApply || mayMendAll) return ok({ ...facts, source, layer, mayApply, mayMendAll });
	if (!may(access, 'source.list', target)) return fail('source-unknown', undefined, 'sourceId');
	return source.status !== 'released' && may(access, 'coding.apply', { ...target, isReleased: true })
		? fail('source-not-released', undefined, 'sourceId')
		: fail('not-allowed', { action: 'coding.apply' });
};

/** A coding that this person may change; one of a layer he or she does not see is unknown. */
export const mayMend = (
	{ layer, mayApply, mayMendAll }: CodingPermit,
	coding: Pick<Coding, 'layer' | 'coderId'>,
	me: UserId
): Result<null> => {
	const isOwn = coding.coderId === me;
	if (coding.layer !== layer || (layer === 'second' && !isOwn)) return fail('coding-unknown');
	return (isOwn && mayApply) || mayMendAll ? ok(null) : fail('coding-of-other');
};
