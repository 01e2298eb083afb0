import { actions, may, type Access } from '../domain/project/membership.ts';
import type { Project } from '../domain/project/project.ts';
import type { ProjectAnswer } from './project.ts';

/** A project as it crosses the edge, with what this member is and may do in it. */
export const toProjectAnswer = (project: Project, access: Access): ProjectAnswer => ({
	id: project.id,
	name: project.name,
	language: project.language,
	isFictional: project.isFictional,
	comparisonAreaId: project.comparisonAreaId,
	includeEarlierWaves: project.includeEarlierWaves,
	smallCell: project.smallCell,
	asksForConsent: project.asksForConsent,
	withdrawalUntil: project.withdrawalUntil,
	originalDays: project.originalDays,
	keysUntil: project.keysUntil,
	networkGroupIds: project.networkGroupIds,
	roles: [...new Set(access.memberships.map(({ role }) => role))],
	actions: actions.filter((action) => may(access, action))
});
