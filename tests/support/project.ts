import { createHash } from 'node:crypto';
import { anchorOf } from '../../src/lib/domain/coding/coding.ts';
import type { Change, Level } from '../../src/lib/domain/coding/valence.ts';
import { roles, type Role } from '../../src/lib/domain/project/membership.ts';
import { codePointLength, positionMap } from '../../src/lib/domain/text/position.ts';
import type { Range } from '../../src/lib/domain/text/range.ts';
import type { Actor, Context, ProjectEvent } from '../../src/lib/server/access/context.ts';
import { newId } from '../../src/lib/server/new-id.ts';
import type { Store } from '../../src/lib/server/store/database.ts';

/** The moment at which everything in tests happens, unless a test moves the clock. */
export const testNow = new Date('2025-06-01T09:00:00.000Z');

/** The secret of the installation, in tests. */
export const testSecret = new Uint8Array(32).fill(7);

/** What a command or view is given, for a person; `events` collects what it published. */
export const contextFor = async (
	{ db }: Store,
	userId: string,
	overrides: Partial<Context> & { token?: Actor['token'] } = {}
): Promise<Context & { readonly events: ProjectEvent[] }> => {
	const user = await db
		.selectFrom('users')
		.select(['name', 'is_administrator'])
		.where('id', '=', userId)
		.executeTakeFirstOrThrow();
	const { token = null, ...others } = overrides;
	const events: ProjectEvent[] = [];
	return {
		db,
		actor: { userId, name: user.name, isAdministrator: user.is_administrator, token },
		now: () => testNow,
		newId: () => newId(),
		publish: (event) => void events.push(event),
		subscribe: () => () => {},
		secret: testSecret,
		origin: '127.0.0.1',
		events,
		...others
	};
};

/** An account; the hash fits no password, so it cannot be used to sign in. */
export const addUser = async ({ db }: Store, name: string, isAdministrator = false): Promise<string> => {
	const id = newId();
	await db
		.insertInto('users')
		.values({
			id,
			email: `${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}-${id}@voorbeeld.nl`,
			name,
			password_hash: 'none',
			is_administrator: isAdministrator,
			created_at: testNow
		})
		.execute();
	return id;
};

/** Gives a person a role in a project: everywhere, or in some areas. */
export const addMember = async (
	{ db }: Store,
	projectId: string,
	userId: string,
	role: Role,
	areaIds: readonly string[] | null = null
): Promise<void> => {
	const id = newId();
	await db
		.insertInto('memberships')
		.values({
			id,
			project_id: projectId,
			user_id: userId,
			role,
			in_all_areas: areaIds === null,
			created_at: testNow
		})
		.execute();
	for (const area_id of areaIds ?? [])
		await db.insertInto('membership_areas').values({ membership_id: id, area_id }).execute();
};

export type TestProject = {
	readonly id: string;
	/** a member for each role, in all areas, and somebody who is no member */
	readonly users: Readonly<Record<Role | 'stranger', string>>;
	/** Testwijk and Andere wijk in Teststad, in Testland */
	readonly areas: {
		readonly district: string;
		readonly other: string;
		readonly municipality: string;
		readonly country: string;
	};
	readonly waves: { readonly 2021: string; readonly 2023: string; readonly 2025: string };
	readonly pillars: { readonly first: string; readonly second: string };
	readonly studyId: string;
};

/** A project with its frame and one member per role; nothing else in the database is touched. */
export const addProject = async (store: Store, name = 'Testmonitor'): Promise<TestProject> => {
	const { db } = store;
	const users: Record<string, string> = {};
	for (const person of [...roles, 'stranger']) users[person] = await addUser(store, `Test ${person}`);
	const id = newId();
	await db
		.insertInto('projects')
		.values({ id, name, created_by: idOf(users, 'administrator'), created_at: testNow })
		.execute();
	for (const role of roles) await addMember(store, id, idOf(users, role), role);

	const area = async (areaName: string, kind: 'district' | 'municipality' | 'country', parent_id: string | null) => {
		const areaId = newId();
		await db.insertInto('areas').values({ id: areaId, project_id: id, parent_id, name: areaName, kind }).execute();
		return areaId;
	};
	const country = await area('Testland', 'country', null);
	const municipality = await area('Teststad', 'municipality', country);
	const district = await area('Testwijk', 'district', municipality);
	const other = await area('Andere wijk', 'district', municipality);

	const wave = async (year: number) => {
		const waveId = newId();
		await db
			.insertInto('waves')
			.values({ id: waveId, project_id: id, label: String(year), year })
			.execute();
		return waveId;
	};
	const pillar = async (pillarName: string, place: number) => {
		const pillarId = newId();
		await db.insertInto('pillars').values({ id: pillarId, project_id: id, name: pillarName, place }).execute();
		return pillarId;
	};
	const studyId = newId();
	await db
		.insertInto('studies')
		.values({ id: studyId, project_id: id, name: 'Gesprekken', kind: 'interviews', area_id: null })
		.execute();

	return {
		id,
		users: {
			administrator: idOf(users, 'administrator'),
			interviewer: idOf(users, 'interviewer'),
			coder: idOf(users, 'coder'),
			'codebook-manager': idOf(users, 'codebook-manager'),
			author: idOf(users, 'author'),
			reader: idOf(users, 'reader'),
			'key-holder': idOf(users, 'key-holder'),
			stranger: idOf(users, 'stranger')
		},
		areas: { district, other, municipality, country },
		waves: { 2021: await wave(2021), 2023: await wave(2023), 2025: await wave(2025) },
		pillars: { first: await pillar('Fysieke leefomgeving', 0), second: await pillar('Samen leven', 1) },
		studyId
	};
};

const idOf = (ids: Readonly<Record<string, string>>, key: string): string => {
	const id = ids[key];
	if (id === undefined) throw new RangeError(`no user ${key}`);
	return id;
};

/** A source of one turn: the whole text, said by one respondent. */
export const addSource = async (
	{ db }: Store,
	project: TestProject,
	text: string,
	options: {
		title?: string;
		areaId?: string;
		waveId?: string;
		group?: 'resident' | 'professional';
		status?: 'uploaded' | 'released' | 'restricted';
		uploadedBy?: string;
	} = {}
): Promise<{ id: string; speakerId: string; text: string }> => {
	const id = newId();
	const speakerId = newId();
	const uploadedBy = options.uploadedBy ?? project.users.interviewer;
	await db
		.insertInto('sources')
		.values({
			id,
			project_id: project.id,
			title: options.title ?? `Gesprek ${id.slice(-6)}`,
			kind: 'transcript',
			area_id: options.areaId ?? project.areas.district,
			wave_id: options.waveId ?? project.waves[2025],
			study_id: project.studyId,
			group: options.group ?? 'resident',
			conducted_on: '2025-03-01',
			status: options.status ?? 'released',
			version: 1,
			characters: codePointLength(text),
			format: 'txt',
			uploaded_by: uploadedBy,
			uploaded_at: testNow
		})
		.execute();
	await db
		.insertInto('source_versions')
		.values({
			source_id: id,
			version: 1,
			text,
			sha256: createHash('sha256').update(text).digest('hex'),
			created_by: uploadedBy,
			created_at: testNow
		})
		.execute();
	await db.insertInto('speakers').values({ id: speakerId, source_id: id, label: 'R', role: 'respondent' }).execute();
	await db
		.insertInto('turns')
		.values({
			source_id: id,
			version: 1,
			ordinal: 1,
			start_position: 0,
			end_position: codePointLength(text),
			speaker_id: speakerId,
			start_ms: null,
			end_ms: null
		})
		.execute();
	return { id, speakerId, text };
};

/** A code, below another or at the top. */
export const addCode = async (
	{ db }: Store,
	project: TestProject,
	name: string,
	options: { parentId?: string; isCodable?: boolean; pillarIds?: readonly string[] } = {}
): Promise<string> => {
	const id = newId();
	await db
		.insertInto('codes')
		.values({
			id,
			project_id: project.id,
			parent_id: options.parentId ?? null,
			name,
			color: null,
			is_codable: options.isCodable ?? true,
			has_own_pillars: options.pillarIds !== undefined,
			created_by: project.users['codebook-manager'],
			created_at: testNow,
			deletion_id: null
		})
		.execute();
	for (const pillar_id of options.pillarIds ?? [])
		await db.insertInto('code_pillars').values({ code_id: id, pillar_id }).execute();
	return id;
};

/** A coding on a range of a source. */
export const addCoding = async (
	{ db }: Store,
	project: TestProject,
	source: { id: string; text: string },
	range: Range,
	codeId: string,
	options: { coderId?: string; change?: Change; level?: Level; layer?: 'shared' | 'second' } = {}
): Promise<string> => {
	const id = newId();
	await db
		.insertInto('codings')
		.values({
			id,
			project_id: project.id,
			source_id: source.id,
			version: 1,
			start_position: range.start,
			end_position: range.end,
			...anchorOf(positionMap(source.text), range),
			code_id: codeId,
			coder_id: options.coderId ?? project.users.coder,
			change: options.change ?? null,
			level: options.level ?? null,
			layer: options.layer ?? 'shared',
			coded_at: testNow,
			changed_at: testNow,
			deletion_id: null
		})
		.execute();
	return id;
};
