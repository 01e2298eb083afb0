import { sql, type RawBuilder } from 'kysely';
import { grantsOf, type Access } from '../../domain/project/membership.ts';
import { mayOnSource } from './visible-sources.ts';

/** `maySeeCase` as a condition on the table `cases`; a test walks both. */
export const seesCase = (access: Access): RawBuilder<boolean> => {
	const grants = grantsOf(access, 'case.read');
	const seesAll = grants.some(({ areaIds, ownOnly }) => areaIds === null && !ownOnly);
	return sql<boolean>`case when exists (${interviews}) then exists (${interviews} and ${mayOnSource(access, 'case.read')})
		else ${seesAll}::boolean or (${grants.length > 0}::boolean and cases.created_by = ${access.userId}) end`;
};

const interviews = sql`select from case_sources join sources on sources.id = case_sources.source_id
	where case_sources.case_id = cases.id and sources.deleted_at is null`;

/** Whether the words of a person may be quoted, by his or her last answer; a condition on `cases`. */
export const quotesOfCaseAllowed = sql<boolean>`coalesce((select consents.state = 'given' from consents
	where consents.case_id = cases.id and consents.purpose = 'quotes'
	order by consents.decided_on desc, consents.recorded_at desc, consents.id desc limit 1), false)`;
