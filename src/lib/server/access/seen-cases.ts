import type { Case } from '../../domain/case/case.ts';
import { mayOnCase } from '../../domain/case/who-may.ts';
import { may } from '../../domain/project/membership.ts';
import { listCaseSources, namesOfUsers } from '../store/case-sources.ts';
import type { Db } from '../store/database.ts';
import { placesOf } from './case-permit.ts';
import type { Context } from './context.ts';
import type { Permit } from './permit.ts';

/** A person with what a reader may see of him or her: the interviews, who recorded consent, and what may be done. */
export type CaseAsSeen = readonly [
	kase: Case,
	project: Permit['project'],
	seen: {
		readonly sources: NonNullable<ReturnType<Awaited<ReturnType<typeof listCaseSources>>['get']>>;
		readonly names: Awaited<ReturnType<typeof namesOfUsers>>;
		readonly permissions: { readonly mayEdit: boolean; readonly mayWithdraw: boolean; readonly mayTakeAway: boolean };
	}
];

/** People as their reader gets them: with the interviews that he or she may see. */
export const casesAsSeen = async (
	db: Db,
	{ actor }: Context,
	{ project, access }: Permit,
	cases: readonly Case[]
): Promise<readonly CaseAsSeen[]> => {
	const sources = await listCaseSources(
		db,
		project.id,
		access,
		cases.map(({ id }) => id)
	);
	const names = await namesOfUsers(
		db,
		cases.flatMap(({ consents }) => consents.map(({ recordedBy }) => recordedBy))
	);
	const places = await placesOf(db, project.id, cases);
	const reads = actor.token?.scope === 'read';
	return cases.map((kase): CaseAsSeen => {
		const place = places.get(kase.id) ?? { targets: [], createdBy: kase.createdBy };
		const mayEdit = !reads && mayOnCase(access, 'case.edit', place);
		return [
			kase,
			project,
			{
				sources: sources.get(kase.id) ?? [],
				names,
				permissions: {
					mayEdit: mayEdit && kase.withdrawnAt === null,
					mayWithdraw: !reads && kase.withdrawnAt === null && mayOnCase(access, 'case.withdraw', place),
					mayTakeAway:
						mayOnCase(access, 'case.edit', place) &&
						place.targets.every((target) => may(access, 'source.read-text', target))
				}
			}
		];
	});
};

/** One person as its reader gets it. */
export const caseAsSeen = async (db: Db, context: Context, permitted: Permit, kase: Case): Promise<CaseAsSeen> => {
	const [seen] = await casesAsSeen(db, context, permitted, [kase]);
	if (!seen) throw new Error('a person has an answer');
	return seen;
};
