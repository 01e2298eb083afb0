import type { ConsentInput } from '../../contract/case.ts';
import type { CaseLink } from '../../domain/case/case.ts';
import { dayInTheNetherlands } from '../../domain/case/today.ts';
import { checkConsent, type Consent } from '../../domain/case/consent.ts';
import { readValues, type CaseValues, type Variable } from '../../domain/case/variable.ts';
import { failAll, ok, type Problem, type Result } from '../../domain/problem.ts';
import { may } from '../../domain/project/membership.ts';
import type { Context } from '../access/context.ts';
import type { Permit } from '../access/permit.ts';
import { targetOf } from '../access/source-permit.ts';
import { listSpeakersOf } from '../store/case-sources.ts';
import type { Db } from '../store/database.ts';
import { findTargets } from '../store/sources.ts';

type Written = Readonly<Record<string, string | null | undefined>>;

/** The properties as they were written, by name or by key. */
export const writtenValues = (input: {
	readonly functionGroup?: string | null | undefined;
	readonly ageBand?: string | null | undefined;
	readonly values?: Written | undefined;
}): Written => ({
	...input.values,
	...(input.functionGroup !== undefined && { functionGroup: input.functionGroup }),
	...(input.ageBand !== undefined && { ageBand: input.ageBand })
});

/** Properties with what was written put in; null takes one away. */
export const mergedValues = (
	variables: readonly Variable[],
	present: CaseValues,
	written: Written
): Result<CaseValues> => {
	const read = readValues(variables, written);
	if (!read.ok) return read;
	const all = { ...present, ...read.value };
	return ok(Object.fromEntries(Object.entries(all).flatMap(([key, value]) => (value === null ? [] : [[key, value]]))));
};

/** The interviews as they were asked for; `links` say more than `sourceIds`. */
export const askedLinks = (input: {
	readonly sourceIds?: readonly string[] | undefined;
	readonly links?: readonly CaseLink[] | undefined;
}): readonly CaseLink[] | null => {
	if (input.links === undefined && input.sourceIds === undefined) return null;
	const links = [...(input.links ?? []), ...(input.sourceIds ?? []).map((sourceId) => ({ sourceId, speakerId: null }))];
	return links.filter((link, at) => links.findIndex(({ sourceId }) => sourceId === link.sourceId) === at);
};

/** Whether somebody may link these interviews to a person, and whether each voice speaks in its interview. */
export const permitLinks = async (
	{ project, access }: Permit,
	db: Db,
	links: readonly CaseLink[],
	present: readonly CaseLink[]
): Promise<Result<null>> => {
	const targets = await findTargets(
		db,
		project.id,
		links.map(({ sourceId }) => sourceId)
	);
	const speakers = await listSpeakersOf(db, links);
	const known = new Set(present.map(({ sourceId }) => sourceId));
	const problems = links.flatMap(({ sourceId, speakerId }): readonly Problem[] => {
		const target = targets.get(sourceId);
		if (!target) return known.has(sourceId) ? [] : [{ code: 'source-unknown', at: 'sourceIds' }];
		if (!known.has(sourceId) && !may(access, 'case.edit', targetOf(target)))
			return may(access, 'source.list', targetOf(target))
				? [{ code: 'not-allowed', params: { action: 'case.edit' }, at: 'sourceIds' }]
				: [{ code: 'source-unknown', at: 'sourceIds' }];
		if (speakerId !== null && speakers.get(speakerId) !== sourceId) return [{ code: 'speaker-unknown', at: 'links' }];
		return [];
	});
	return problems.length > 0 ? failAll(problems) : ok(null);
};

/** Answers as they are written down now, each after those before it. */
export const readConsents = (
	{ actor, now, newId }: Context,
	inputs: readonly ConsentInput[],
	history: readonly Consent[]
): Result<readonly Consent[]> => {
	const today = dayInTheNetherlands(now());
	const added: Consent[] = [];
	const problems: Problem[] = [];
	for (const [at, { purpose, state, decidedOn = today, way, letter }] of inputs.entries()) {
		const checked = checkConsent({ purpose, decidedOn }, [...history, ...added], today);
		if (!checked.ok)
			problems.push(...checked.problems.map((one) => ({ ...one, at: `consents.${at}.${one.at ?? ''}` })));
		added.push({
			id: newId(),
			...{ purpose, state, decidedOn, way, letter },
			recordedBy: actor.userId,
			recordedAt: now()
		});
	}
	return problems.length > 0 ? failAll(problems) : ok(added);
};
