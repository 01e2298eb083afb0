import type { AreaId, MembershipId, UserId } from './ids.ts';

export type Role = 'administrator' | 'interviewer' | 'coder' | 'codebook-manager' | 'author' | 'reader' | 'key-holder';
export const roles: readonly Role[] = [
	'administrator',
	'interviewer',
	'coder',
	'codebook-manager',
	'author',
	'reader',
	'key-holder'
];

/** A role of a person in a project; areaIds null = in all areas. */
export type Membership = {
	readonly id: MembershipId;
	readonly userId: UserId;
	readonly role: Role;
	readonly areaIds: readonly AreaId[] | null;
};

/**
 * What one can do, and who may. An action in `projectWide` touches every area, so a role that is limited to some
 * areas does not give it.
 */
const allowed = {
	'project.read': ['administrator', 'interviewer', 'coder', 'codebook-manager', 'author', 'reader', 'key-holder'],
	'project.manage': ['administrator'],
	'member.manage': ['administrator'],
	'frame.read': ['administrator', 'interviewer', 'coder', 'codebook-manager', 'author', 'reader', 'key-holder'],
	'frame.edit': ['administrator'],
	// who reads for a municipality sees figures in what is published, with the verdict that belongs to them
	'figures.read': ['administrator', 'interviewer', 'coder', 'codebook-manager', 'author', 'key-holder'],
	'source.list': ['administrator', 'interviewer', 'coder', 'codebook-manager', 'author', 'key-holder'],
	'source.upload': ['interviewer'],
	'source.prepare': ['interviewer'],
	'source.release': ['administrator', 'interviewer'],
	'source.pseudonymise': ['interviewer', 'key-holder'],
	'source.read-text': ['interviewer', 'coder', 'codebook-manager', 'author'],
	'source.assign': ['administrator', 'codebook-manager'],
	'reading.mark': ['coder', 'codebook-manager', 'author'],
	'work.read': ['interviewer', 'coder', 'codebook-manager', 'author', 'key-holder'],
	'work.settle': ['interviewer', 'coder', 'codebook-manager', 'author', 'key-holder'],
	'work.take': ['interviewer', 'coder', 'key-holder'],
	'case.read': ['administrator', 'interviewer', 'coder', 'codebook-manager', 'author'],
	'case.edit': ['administrator', 'interviewer'],
	'case.withdraw': ['administrator', 'interviewer'],
	'codebook.read': ['administrator', 'interviewer', 'coder', 'codebook-manager', 'author'],
	'codebook.edit': ['codebook-manager'],
	'coding.read': ['coder', 'codebook-manager', 'author'],
	'coding.apply': ['coder'],
	'memo.read': ['interviewer', 'coder', 'codebook-manager', 'author'],
	'memo.write': ['interviewer', 'coder', 'codebook-manager', 'author'],
	'memo.settle': ['coder', 'codebook-manager'],
	'display.read': ['administrator', 'coder', 'codebook-manager', 'author'],
	'display.decide': ['author'],
	'explanation.read': ['administrator', 'coder', 'codebook-manager', 'author'],
	'explanation.write': ['author'],
	'study.read': ['administrator', 'coder', 'codebook-manager', 'author'],
	'study.write': ['administrator', 'author'],
	'report.read': ['author'],
	'report.write': ['author'],
	'publication.read': ['administrator', 'coder', 'codebook-manager', 'author', 'reader'],
	'publication.write': ['author'],
	'export.quotes': ['author'],
	'export.display': ['author'],
	'name.report': ['coder', 'codebook-manager', 'author'],
	'pseudonym.check': ['key-holder'],
	'key.open': ['key-holder'],
	'key.destroy': ['administrator', 'key-holder']
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof allowed;
export const actions = Object.keys(allowed) as readonly Action[];

const projectWide: ReadonlySet<Action> = new Set(['project.manage', 'member.manage', 'frame.edit', 'codebook.edit']);

/** Actions an interviewer may do only on sources that he or she uploaded. */
const ownOnlyForInterviewer: ReadonlySet<Action> = new Set([
	'source.list',
	'source.prepare',
	'source.release',
	'source.pseudonymise',
	'source.read-text',
	'case.read',
	'case.edit',
	'case.withdraw'
]);

/** What a person's memberships in one project amount to. */
export type Access = { readonly userId: UserId; readonly memberships: readonly Membership[] };

/** What an action is done on: the areas that contain it (nearest first), and whose source it is. */
export type Target = {
	readonly areaPath?: readonly AreaId[];
	readonly uploadedBy?: UserId;
	readonly isReleased?: boolean;
};

/**
 * Whether a person may do an action on a target. Without a target: whether the person may do it anywhere.
 * Coders, codebook managers and authors see released sources only; interviewers see their own.
 */
export const may = (access: Access, action: Action, target: Target = {}): boolean =>
	access.memberships.some((membership) => {
		const { role, areaIds } = membership;
		const rolesOfAction: readonly Role[] = allowed[action];
		if (!rolesOfAction.includes(role)) return false;
		if (areaIds !== null && projectWide.has(action)) return false;
		if (areaIds !== null && target.areaPath && !target.areaPath.some((area) => areaIds.includes(area))) return false;
		if (role === 'interviewer' && ownOnlyForInterviewer.has(action))
			return target.uploadedBy === undefined || target.uploadedBy === access.userId;
		if (needsRelease.has(action) && !seesAllStatuses.has(role)) return target.isReleased !== false;
		return true;
	});

const needsRelease: ReadonlySet<Action> = new Set([
	'source.list',
	'source.read-text',
	'source.assign',
	'reading.mark',
	'case.read',
	'coding.read',
	'coding.apply',
	'name.report'
]);

/** Roles that see in the list of sources what is not released yet. */
const seesAllStatuses: ReadonlySet<Role> = new Set<Role>(['administrator', 'key-holder']);

/** The areas in which a person may do an action: all, or those of the memberships that allow it (with what lies below). */
export const areasFor = (access: Access, action: Action): 'all' | readonly AreaId[] => {
	const granting = grantsOf(access, action);
	if (granting.some(({ areaIds }) => areaIds === null)) return 'all';
	return [...new Set(granting.flatMap(({ areaIds }) => areaIds ?? []))];
};

/** A condition on a source under which an action is allowed: the same rule as `may`, for a question over many sources. */
export type Grant = {
	/** null = in all areas; else in these and what lies in them */
	readonly areaIds: readonly AreaId[] | null;
	readonly ownOnly: boolean;
	readonly releasedOnly: boolean;
};

/** Everything that allows a person an action on sources; an empty list = nowhere. One that holds is enough. */
export const grantsOf = (access: Access, action: Action): readonly Grant[] => {
	const rolesOfAction: readonly Role[] = allowed[action];
	return access.memberships
		.filter(({ role, areaIds }) => rolesOfAction.includes(role) && (areaIds === null || !projectWide.has(action)))
		.map(({ role, areaIds }) => {
			const ownOnly = role === 'interviewer' && ownOnlyForInterviewer.has(action);
			return { areaIds, ownOnly, releasedOnly: !ownOnly && needsRelease.has(action) && !seesAllStatuses.has(role) };
		});
};

/** The roles that allow an action. */
export const rolesFor = (action: Action): readonly Role[] => allowed[action];

/** Only the memberships that allow an action: what someone may read for the sake of that action alone. */
export const narrowedTo = ({ userId, memberships }: Access, action: Action): Access => {
	const rolesOfAction: readonly Role[] = allowed[action];
	return { userId, memberships: memberships.filter(({ role }) => rolesOfAction.includes(role)) };
};
