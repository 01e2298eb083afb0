import {
	applyCodeInput,
	applyCodesInput,
	type AppliedCodesAnswer,
	type ApplyCodesInput,
	type CodingAnswer
} from '../../contract/coding.ts';
import { applyCodes as decide } from '../../domain/coding/apply.ts';
import { valenceList } from '../../domain/coding/valence.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import type { CodeId } from '../../domain/project/ids.ts';
import type { Context } from '../access/context.ts';
import { permitCoding } from '../access/coding-permit.ts';
import { findSameCodings, insertCodings, type NewCodings } from '../store/codings.ts';
import { textMap } from '../store/text-maps.ts';
import { parseWords } from './parse-words.ts';

/** Puts one code on a passage. */
export const applyCode = async (context: Context, projectId: string, input: unknown): Promise<Result<CodingAnswer>> => {
	const parsed = parseWords(applyCodeInput, input);
	if (!parsed.ok) return parsed;
	const { codeId, ...passage } = parsed.value;
	const applied = await apply(context, projectId, { ...passage, codeIds: [codeId] });
	if (!applied.ok) return applied;
	const coding = applied.value.items[0];
	return coding ? ok(coding) : fail('coding-exists');
};

/** Puts several codes on one passage in one go; codes that this coder put there before are named and left as they are. */
export const applyCodes = async (
	context: Context,
	projectId: string,
	input: unknown
): Promise<Result<AppliedCodesAnswer>> => {
	const parsed = parseWords(applyCodesInput, input);
	return parsed.ok ? apply(context, projectId, parsed.value) : parsed;
};

/** One code (`codeId`) or several (`codeIds`), whichever was asked. */
export const applyCodeOrCodes = (
	context: Context,
	projectId: string,
	input: unknown
): Promise<Result<CodingAnswer | AppliedCodesAnswer>> =>
	typeof input === 'object' && input !== null && 'codeIds' in input
		? applyCodes(context, projectId, input)
		: applyCode(context, projectId, input);

const apply = async (
	context: Context,
	projectId: string,
	input: ApplyCodesInput
): Promise<Result<AppliedCodesAnswer>> => {
	const { db, actor } = context;
	const permitted = await permitCoding(context, db, projectId, input.sourceId, input.codeIds);
	if (!permitted.ok) return permitted;
	const { project, source, codes, layer, mayApply } = permitted.value;
	if (!mayApply) return fail('not-allowed', { action: 'coding.apply' });

	const map = await textMap(db, source.id, source.version);
	const decided = decide(source, map, codes, {
		version: input.version ?? null,
		start: input.start,
		end: input.end,
		codeIds: input.codeIds,
		valences: input.valences ?? []
	});
	if (!decided.ok) return decided;

	const made: NewCodings = {
		projectId: project.id,
		sourceId: source.id,
		version: source.version,
		range: decided.value.range,
		anchor: decided.value.anchor,
		coderId: actor.userId,
		valences: decided.value.valences,
		memo: input.memo ?? '',
		isImportant: input.important ?? false,
		layer,
		at: context.now(),
		codes: decided.value.codeIds.map((codeId) => ({ id: context.newId(), codeId }))
	};
	const stored = new Set(await insertCodings(db, made));
	if (stored.size < made.codes.length) {
		const again = await permitCoding(context, db, projectId, source.id, input.codeIds);
		if (!again.ok) return again;
		const moved = decide(again.value.source, map, again.value.codes, {
			...input,
			version: source.version,
			valences: input.valences ?? []
		});
		if (!moved.ok) return moved;
	}
	const items = made.codes.filter(({ codeId }) => stored.has(codeId)).map((code) => answerOf(made, code));
	if (items.length > 0)
		context.publish({
			projectId: project.id,
			kind: 'coding',
			change: 'added',
			ids: items.map(({ id }) => id),
			sourceId: source.id,
			version: source.version,
			actorId: actor.userId
		});
	const others = made.codes.filter(({ codeId }) => !stored.has(codeId));
	const same = others.length > 0 ? await findSameCodings(db, { ...made, codes: others }) : [];
	const idOf = (codeId: CodeId) => same.find((coding) => coding.codeId === codeId)?.id ?? null;
	return ok({ items, existing: others.map(({ codeId }) => ({ codeId, id: idOf(codeId) })) });
};

const answerOf = (made: NewCodings, { id, codeId }: NewCodings['codes'][number]): CodingAnswer => ({
	id,
	sourceId: made.sourceId,
	version: made.version,
	start: made.range.start,
	end: made.range.end,
	quote: made.anchor.quote,
	codeId,
	coderId: made.coderId,
	valences: [...valenceList(made.valences)],
	memo: made.memo,
	important: made.isImportant,
	codedAt: made.at.toISOString(),
	codeSetAt: made.at.toISOString(),
	changedAt: made.at.toISOString()
});
