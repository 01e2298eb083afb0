import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Database } from '../../src/lib/server/store/schema.ts';
import { randomFrom } from './random.ts';
import type { BenchCode, BenchCoding, BenchInterview } from './workload.ts';

/** What the measurements need to know about a loaded workload. */
export type Loaded = {
	projectId: string;
	userId: string;
	areaIds: string[];
	waveIds: string[];
	pillarIds: string[];
	codeIds: string[];
	sourceIds: string[];
};

/** Deterministic ids, so that two runs store the same rows. */
export const idsFrom = (seed: number) => {
	let count = 0;
	return () => {
		count += 1;
		const hex = createHash('sha256').update(`${seed}/${count}`).digest('hex');
		return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
	};
};

const chunkSize = 1_000; // rows a statement: short enough for the embedded database
const inChunks = async <T>(rows: readonly T[], insert: (chunk: T[]) => Promise<unknown>) => {
	for (let start = 0; start < rows.length; start += chunkSize) await insert(rows.slice(start, start + chunkSize));
};

/** Stores a workload as a project in which `userId` has every role. */
export const loadWorkload = async (
	db: Kysely<Database>,
	{ userId, name, seed }: { userId: string; name: string; seed: number },
	work: { interviews: readonly BenchInterview[]; codes: readonly BenchCode[]; codings: readonly BenchCoding[] }
): Promise<Loaded> => {
	const newId = idsFrom(seed);
	const at = new Date('2025-01-01T00:00:00Z');
	const projectId = newId();
	await db
		.insertInto('projects')
		.values({ id: projectId, name, created_by: userId, created_at: at, include_earlier_waves: true })
		.execute();
	const roles = ['administrator', 'interviewer', 'coder', 'codebook-manager', 'author'] as const;
	const memberOf = (user_id: string) =>
		roles.map((role) => ({ id: newId(), project_id: projectId, user_id, role, created_at: at }));
	await db.insertInto('memberships').values(memberOf(userId)).execute();

	const coders = [userId, newId(), newId(), newId()];
	await db
		.insertInto('users')
		.values(
			coders.slice(1).map((id) => ({
				id,
				email: `${id}@bench.invalid`,
				name: `Codeur ${id.slice(0, 4)}`,
				password_hash: '-',
				created_at: at
			}))
		)
		.execute();
	for (const coder of coders.slice(1)) await db.insertInto('memberships').values(memberOf(coder)).execute();

	const areaIds = ['Overvecht', 'Batau', 'Vollenhove', 'Soesterkwartier'].map(() => newId());
	await db
		.insertInto('areas')
		.values(
			areaIds.map((id, place) => ({
				id,
				project_id: projectId,
				name: `Wijk ${place + 1}`,
				kind: 'district' as const,
				place
			}))
		)
		.execute();
	const waveIds = [newId(), newId(), newId()];
	await db
		.insertInto('waves')
		.values(waveIds.map((id, n) => ({ id, project_id: projectId, label: `Meting ${n + 1}`, year: 2021 + 2 * n })))
		.execute();
	const pillarIds = Array.from({ length: 5 }, () => newId());
	await db
		.insertInto('pillars')
		.values(pillarIds.map((id, place) => ({ id, project_id: projectId, name: `Pijler ${place + 1}`, place })))
		.execute();
	const indicatorIds = Array.from({ length: 20 }, () => newId());
	const random = randomFrom(seed);
	await db
		.insertInto('indicators')
		.values(
			indicatorIds.map((id, place) => ({
				id,
				project_id: projectId,
				key: `K${place}`,
				label: `Indicator ${place}`,
				pillar_id: pillarIds[place % 5] ?? '',
				unit: '% 18+',
				direction: 'higher-better' as const,
				kind: 'survey' as const,
				threshold: 3,
				threshold_unit: 'points' as const,
				place
			}))
		)
		.execute();
	await db
		.insertInto('observations')
		.values(
			indicatorIds.flatMap((indicator_id) =>
				areaIds.flatMap((area_id) =>
					waveIds.map((wave_id, n) => ({
						id: newId(),
						project_id: projectId,
						indicator_id,
						area_id,
						wave_id,
						reference_year: 2020 + 2 * n,
						value: random.between(20, 80),
						n: 800,
						imported_by: userId,
						imported_at: at
					}))
				)
			)
		)
		.execute();

	const codeIds = work.codes.map(() => newId());
	for (const level of [0, 1, 2])
		await inChunks(
			work.codes.flatMap((code, index) =>
				code.level === level
					? [
							{
								id: codeIds[index] ?? '',
								project_id: projectId,
								parent_id: code.parent === null ? null : (codeIds[code.parent] ?? null),
								name: code.name,
								has_own_pillars: level === 0,
								place: index,
								created_by: userId,
								created_at: at
							}
						]
					: []
			),
			(rows) => db.insertInto('codes').values(rows).execute()
		);
	await db
		.insertInto('code_pillars')
		.values(
			work.codes.flatMap((code, index) =>
				code.level === 0 ? [{ code_id: codeIds[index] ?? '', pillar_id: pillarIds[index % 5] ?? '' }] : []
			)
		)
		.execute();
	await db
		.insertInto('code_indicators')
		.values(
			work.codes.flatMap((code, index) =>
				code.level === 1
					? [
							{
								code_id: codeIds[index] ?? '',
								indicator_id: indicatorIds[index % 20] ?? '',
								relation: 'same-topic' as const
							}
						]
					: []
			)
		)
		.execute();

	const sourceIds = work.interviews.map(() => newId());
	for (const [index, source] of work.interviews.entries()) {
		const id = sourceIds[index] ?? '';
		await db
			.insertInto('sources')
			.values({
				id,
				project_id: projectId,
				title: source.title,
				kind: 'transcript',
				area_id: areaIds[index % 4] ?? '',
				wave_id: waveIds[index % 3] ?? '',
				study_id: null,
				group: index % 2 === 0 ? 'resident' : 'professional',
				conducted_on: null,
				status: 'released',
				version: 1,
				characters: [...source.text].length,
				format: 'txt',
				uploaded_by: userId,
				uploaded_at: at
			})
			.execute();
		await db
			.insertInto('source_versions')
			.values({
				source_id: id,
				version: 1,
				text: source.text,
				sha256: createHash('sha256').update(source.text).digest('hex'),
				created_by: userId,
				created_at: at
			})
			.execute();
		const speakers = [newId(), newId()];
		await db
			.insertInto('speakers')
			.values([
				{ id: speakers[0] ?? '', source_id: id, label: 'Interviewer', role: 'interviewer', place: 0 },
				{ id: speakers[1] ?? '', source_id: id, label: 'Bewoner', role: 'respondent', place: 1 }
			])
			.execute();
		await inChunks(
			source.turns.map((turn, n) => ({
				source_id: id,
				version: 1,
				ordinal: n + 1,
				start_position: turn.start,
				end_position: turn.end,
				speaker_id: speakers[turn.isInterviewer ? 0 : 1] ?? null,
				start_ms: null,
				end_ms: null
			})),
			(rows) => db.insertInto('turns').values(rows).execute()
		);
	}

	const characters = work.interviews.map(({ text }) => [...text]);
	const wordsOf = (interview: number, start: number, end: number) =>
		(characters[interview] ?? []).slice(start, end).join('');
	await inChunks(work.codings, (chunk) =>
		db
			.insertInto('codings')
			.values(
				chunk.map(({ interview, start, end, code, coder }, n) => ({
					id: newId(),
					project_id: projectId,
					source_id: sourceIds[interview] ?? '',
					version: 1,
					start_position: start,
					end_position: end,
					quote: wordsOf(interview, start, end),
					prefix: wordsOf(interview, Math.max(0, start - 32), start),
					suffix: wordsOf(interview, end, end + 32),
					code_id: codeIds[code] ?? '',
					coder_id: coders[coder] ?? userId,
					change: n % 3 === 0 ? ('forward' as const) : n % 7 === 0 ? ('backward' as const) : null,
					level: n % 5 === 0 ? ('improve' as const) : null,
					coded_at: at,
					changed_at: at,
					deletion_id: null
				}))
			)
			.execute()
	);
	return { projectId, userId, areaIds, waveIds, pillarIds, codeIds, sourceIds };
};
