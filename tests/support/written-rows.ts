import { sql, type Transaction } from 'kysely';
import { newId } from '../../src/lib/server/new-id.ts';
import type { Db, Store } from '../../src/lib/server/store/database.ts';
import type { Database } from '../../src/lib/server/store/schema.ts';
import type { Going, WrittenPlace } from '../../src/lib/server/store/written-places.ts';
import type { DisplayProject } from './display-project.ts';
import { testNow } from './project.ts';

const insert = async (db: Db | Transaction<Database>, table: string, row: Readonly<Record<string, unknown>>) => {
	const columns = sql.join(Object.keys(row).map((name) => sql.ref(name)));
	const values = sql.join(
		Object.values(row).map((value) => (isData(value) ? sql`${JSON.stringify(value)}::jsonb` : value))
	);
	await sql`insert into ${sql.table(table)} (${columns}) values (${values})`.execute(db);
};

const isData = (value: unknown): boolean =>
	typeof value === 'object' && value !== null && !(value instanceof Date) && !Buffer.isBuffer(value);

/** A row in every table in which people write, about the last interview of the project or about none. */
export const addWrittenRows = async ({ db }: Store, project: DisplayProject): Promise<void> => {
	const { author: by, interviewer } = project.users;
	const [, , { sourceId, codingId }] = project.said;
	const of = { project_id: project.id };
	const waves = { from_wave_id: project.waves[2021], to_wave_id: project.waves[2025] };
	const place = { pillar_id: project.pillars.first, area_id: project.areas.district };
	const [id, at] = [newId, testNow];
	const made = { created_by: by, created_at: at };
	const ids = {
		explanation: id(),
		session: id(),
		decision: id(),
		report: id(),
		version: id(),
		block: id(),
		comment: id()
	};
	const study = id();
	const said = { said: ['x'], fingerprint: 'v1-0', said_by: by, said_at: at };
	const kept = { kept_fingerprint: 'v1-1', kept_reason: 'x', kept_by: by, kept_at: at };
	const text = { title: 'x', body: [], searched: 'x', kind: 'thought', visibility: 'shared', version: 1 };
	await insert(db, 'memos', {
		id: id(),
		...of,
		about: 'project',
		...text,
		author_id: by,
		created_at: at,
		changed_at: at
	});
	await insert(db, 'codebook_versions', { id: id(), ...of, number: 1, name: 'x', tree: [], made_by: by, made_at: at });
	await insert(db, 'code_changes', { id: id(), ...of, kind: 'update', way_back: [], made_by: by, made_at: at });
	await insert(db, 'code_examples', { code_id: project.other, coding_id: codingId, words: 'x' });
	const passage = { source_id: sourceId, text_version: 1, start_position: 0, end_position: 2, layer: 'shared' };
	await insert(db, 'code_proposals', { id: id(), ...of, name: 'x', ...passage, proposer_id: by, proposed_at: at });
	const about = { indicator_id: project.indicatorId, area_id: place.area_id, ...waves };
	const explained = { kind: 'policy', text: 'x', said_by: 'resident' };
	await insert(db, 'explanations', { id: ids.explanation, ...of, ...about, ...explained, ...made });
	const evidence = { explanation_id: ids.explanation, kind: 'literature', side: 'supports', reference: 'x' };
	await insert(db, 'explanation_evidence', { id: id(), ...of, ...evidence, added_by: by, added_at: at });
	const answered = { answer: 'yes', said_by: 'resident', ...made };
	await insert(db, 'recognitions', { id: id(), ...of, explanation_id: ids.explanation, ...answered });
	const session = { area_id: place.area_id, ...waves, held_on: '2026-01-01' };
	await insert(db, 'review_sessions', { id: ids.session, ...of, ...session, ...made });
	const figure = { session_id: ids.session, indicator_id: project.indicatorId };
	await insert(db, 'figure_recognitions', { id: id(), ...figure, ...answered });
	const decided = { fit: 'confirms', data_fingerprint: 'x', decided_by: by, decided_at: at };
	await insert(db, 'decisions', { id: ids.decision, ...of, ...place, ...waves, code_id: project.other, ...decided });
	const read = { decision_id: ids.decision, answer: 'confirms', read_by: by, read_at: at };
	await insert(db, 'second_readings', { id: id(), ...of, ...read });
	const task = { code_id: project.other, user_id: by, given_by: by, given_at: at };
	await insert(db, 'silence_tasks', { id: id(), ...of, ...place, ...waves, ...task });
	const report = { title: 'x', kind: 'final', language: 'nl', version: 1, changed_at: at };
	await insert(db, 'reports', { id: ids.report, ...of, ...waves, ...report, ...made });
	const section = { ...place, slot: 'message', body: [], changed_by: by, changed_at: at };
	await insert(db, 'report_sections', { report_id: ids.report, ...section, version: 1 });
	const named = { number: 1, kind: 'named', name: 'x', title: 'x', made_by: by, made_at: at };
	await insert(db, 'report_versions', { id: ids.version, report_id: ids.report, ...named });
	await insert(db, 'report_version_sections', { version_id: ids.version, ...section });
	await insert(db, 'report_blocks', {
		id: ids.block,
		report_id: ids.report,
		...place,
		kind: 'display',
		...said,
		...kept
	});
	await insert(db, 'report_version_blocks', { version_id: ids.version, block_id: ids.block, ...said, ...kept });
	const comment = { ...place, slot: 'message', body: 'x', words: 'x', made_by: by, made_at: at };
	await insert(db, 'report_comments', { id: ids.comment, report_id: ids.report, ...comment });
	const reply = { comment_id: ids.comment, body: 'x', made_by: by, made_at: at };
	await insert(db, 'report_comment_replies', { id: id(), ...reply });
	const edition = {
		area_id: place.area_id,
		...waves,
		number: 1,
		title: 'x',
		language: 'nl',
		document: {},
		fingerprint: 'x'
	};
	const withdrawn = { withdrawn_by: by, withdrawn_at: at, withdrawn_reason: 'x' };
	const published = { published_by: by, published_at: at };
	await insert(db, 'factsheet_editions', { id: id(), ...of, ...edition, ...published, ...withdrawn });
	const confirmed = { kind: 'quotes', fingerprint: 'x', findings: 1, reason: 'x', confirmed_by: by, confirmed_at: at };
	await insert(db, 'disclosure_confirmations', { id: id(), ...of, ...confirmed });
	const lesson = { area_id: place.area_id, title: 'x', happened: 'x', learnt: 'x', state: 'draft', version: 1 };
	await insert(db, 'lessons', { id: id(), ...of, ...lesson, ...made, changed_at: at });
	await insert(db, 'studies', { id: study, ...of, name: 'Schoolloopbaan', kind: 'secondary-analysis' });
	const found = { study_id: study, ...made, changed_at: at };
	await insert(db, 'study_findings', { id: id(), ...found, text: 'x', direction: 'forward' });
	const table = { caption: 'x', columns: [], rows: [], row_headers: true };
	await insert(db, 'study_tables', { id: id(), ...found, ...table });
	const change = { ...of, indicator_id: project.indicatorId, area_id: place.area_id, wave_id: project.waves[2025] };
	await insert(db, 'observation_changes', { ...change, before: {}, after: {}, changed_by: by, changed_at: at });
	await insert(db, 'source_intake', { source_id: sourceId });
	await insert(db, 'pseudonym_work', { source_id: sourceId });
	const picture = { format: 'png', width: 1, height: 1, orientation: 1, sha256: 'x', bytes: Buffer.from([1]) };
	await insert(db, 'photos', {
		id: id(),
		source_id: sourceId,
		place: 0,
		...picture,
		added_by: interviewer,
		added_at: at
	});
	await db.updateTable('codings').set({ memo: 'x' }).where('id', '=', codingId).execute();
};

/** Lets every place of the project say these words, in the form that it has. */
export const writeEverywhere = async (
	{ db }: Store,
	places: readonly WrittenPlace[],
	projectId: string,
	going: Going,
	words: string
): Promise<void> => {
	const line = { kind: 'paragraph', content: [{ kind: 'text', text: words, marks: [] }] };
	await db.transaction().execute(async (trx) => {
		await sql`select set_config('wijkstem.withdrawal', 'on', true)`.execute(trx);
		for (const place of places) {
			const value = { text: sql`${words}`, list: sql`${[words]}::text[]`, json: sql`${JSON.stringify([line])}::jsonb` };
			await sql`update ${sql.table(place.table)} set ${sql.ref(place.column)} = ${value[place.form]}
				where ${rowsOf(place, projectId, going)}`.execute(trx);
		}
	});
};

/** What a place of the project holds now, as text. */
export const readPlace = async (
	{ db }: Store,
	place: WrittenPlace,
	projectId: string,
	going: Going
): Promise<readonly string[]> => {
	const { rows } = await sql<{ said: string }>`select ${sql.ref(place.column)}::text as said
		from ${sql.table(place.table)} where ${rowsOf(place, projectId, going)}`.execute(db);
	return rows.map(({ said }) => said);
};

const rowsOf = ({ ofProject, stays, only }: WrittenPlace, projectId: string, going: Going) =>
	sql.join([ofProject(projectId), ...(stays ? [stays(going)] : []), ...(only ? [only] : [])], sql` and `);
