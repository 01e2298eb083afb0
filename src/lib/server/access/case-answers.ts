import { isMinor, lastDayToWithdraw, type Case } from '../../domain/case/case.ts';
import { consentNow } from '../../domain/case/consent.ts';
import { mayOnCase, type CasePlace } from '../../domain/case/who-may.ts';
import { may } from '../../domain/project/membership.ts';
import { listCaseSources, namesOfUsers, type CaseSource } from '../store/case-sources.ts';
import type { Db } from '../store/database.ts';
import { placesOf } from './case-permit.ts';
import type { Context } from './context.ts';
import type { Permit } from './permit.ts';

/** A person as its reader gets him or her: with the interviews that this reader may see, and what he or she may do. */
export type ShownCase = ReturnType<typeof shownCase>;

/** People as their reader gets them. */
export const caseAnswers = async (
	db: Db,
	context: Context,
	permitted: Permit,
	cases: readonly Case[]
): Promise<readonly ShownCase[]> => {
	const { project, access } = permitted;
	const ids = cases.map(({ id }) => id);
	const sources = await listCaseSources(db, project.id, access, ids);
	const writers = cases.flatMap(({ consents }) => consents.map(({ recordedBy }) => recordedBy));
	const names = await namesOfUsers(db, writers);
	const places = await placesOf(db, project.id, cases);
	return cases.map((kase) => {
		const place = places.get(kase.id) ?? { targets: [], createdBy: kase.createdBy };
		return shownCase(context, permitted, kase, { sources: sources.get(kase.id) ?? [], names, place });
	});
};

/** One person as its reader gets him or her. */
export const caseAnswer = async (db: Db, context: Context, permitted: Permit, kase: Case): Promise<ShownCase> => {
	const [answer] = await caseAnswers(db, context, permitted, [kase]);
	if (!answer) throw new Error('a person has an answer');
	return answer;
};

type Seen = {
	readonly sources: readonly CaseSource[];
	readonly names: ReadonlyMap<string, string>;
	readonly place: CasePlace;
};

const shownCase = ({ actor }: Context, { project, access }: Permit, kase: Case, { sources, names, place }: Seen) => {
	const mayWrite = actor.token?.scope !== 'read' && kase.withdrawnAt === null;
	return {
		id: kase.id,
		version: kase.version,
		label: kase.label,
		group: kase.group,
		functionGroup: kase.values['functionGroup'] ?? null,
		ageBand: kase.values['ageBand'] ?? null,
		values: { ...kase.values },
		isMinor: isMinor(kase),
		sourceIds: sources.map(({ sourceId }) => sourceId),
		sources: sources.map((source) => ({ ...source })),
		hiddenSources: kase.links.length - sources.length,
		consents: kase.consents.map(({ recordedBy, recordedAt, ...consent }) => ({
			...consent,
			recordedBy: { id: recordedBy, name: names.get(recordedBy) ?? '' },
			recordedAt: recordedAt.toISOString()
		})),
		consentNow: {
			participation: consentNow(kase.consents, 'participation'),
			recording: consentNow(kase.consents, 'recording'),
			quotes: consentNow(kase.consents, 'quotes'),
			archive: consentNow(kase.consents, 'archive'),
			'special-data': consentNow(kase.consents, 'special-data'),
			parental: consentNow(kase.consents, 'parental')
		},
		withdrawalRequestedOn: kase.withdrawalRequestedOn,
		withdrawalUntil: kase.withdrawalUntil,
		lastDayToWithdraw: lastDayToWithdraw(kase, project),
		withdrawnAt: kase.withdrawnAt?.toISOString() ?? null,
		createdAt: kase.createdAt.toISOString(),
		permissions: {
			mayEdit: mayWrite && mayOnCase(access, 'case.edit', place),
			mayWithdraw: mayWrite && mayOnCase(access, 'case.withdraw', place),
			mayTakeAway:
				mayOnCase(access, 'case.edit', place) &&
				place.targets.every((target) => may(access, 'source.read-text', target))
		}
	};
};
