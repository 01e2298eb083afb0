import type { UserId } from '../project/ids.ts';
import { may, type Access, type Action, type Target } from '../project/membership.ts';

/** What decides about an action on a person: the interviews he or she took part in, and who wrote him or her down. */
export type CasePlace = { readonly targets: readonly Target[]; readonly createdBy: UserId };

type CaseAction = Extract<Action, 'case.read' | 'case.edit' | 'case.withdraw'>;

/**
 * Who sees a person: whoever may see one of the interviews. Somebody who took part in none yet is seen by who wrote
 * him or her down, and by who does this in all areas.
 */
export const maySeeCase = (access: Access, place: CasePlace): boolean => onAny(access, 'case.read', place);

/** Who changes a person: whoever may do so on every interview, since a consent holds for all of them. */
export const mayOnCase = (access: Access, action: CaseAction, place: CasePlace): boolean =>
	place.targets.length === 0
		? onNothing(access, action, place)
		: place.targets.every((target) => may(access, action, target));

const onAny = (access: Access, action: CaseAction, place: CasePlace): boolean =>
	place.targets.length === 0
		? onNothing(access, action, place)
		: place.targets.some((target) => may(access, action, target));

/** Without an interview there is no area: a role in some areas only reaches what its holder wrote down. */
const onNothing = ({ userId, memberships }: Access, action: CaseAction, { createdBy }: CasePlace): boolean =>
	memberships.some((membership) => {
		const own = { userId, memberships: [membership] };
		if (createdBy === userId) return may(own, action);
		return membership.areaIds === null && may(own, action, { uploadedBy: createdBy });
	});
