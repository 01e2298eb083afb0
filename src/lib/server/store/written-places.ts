import { sql, type RawBuilder } from 'kysely';
import type { CaseId, ProjectId, SourceId } from '../../domain/project/ids.ts';
import type { WrittenKind } from '../../domain/text/written-kind.ts';
import type { Database } from './schema.ts';

/** What goes as a whole: what is written on it needs no search. */
export type Going = { readonly sourceIds: readonly SourceId[]; readonly caseId: CaseId | null };

type Condition = RawBuilder<boolean>;

/** A column in which people write, or paste, words of their own. */
export type WrittenPlace = {
	readonly table: keyof Database;
	readonly column: string;
	/** `list`: an array of texts; `json`: texts within data */
	readonly form: 'text' | 'list' | 'json';
	/** what it is called in a list; null = it is told of in another way, or copies another place */
	readonly kind: WrittenKind | null;
	readonly ofProject: (projectId: ProjectId) => Condition;
	/** which of its rows stay when interviews and a person go; without: all */
	readonly stays?: (going: Going) => Condition;
	/** which of its rows people write in; without: all */
	readonly only?: Condition;
	/** who is writing in it sees by its version that it changed */
	readonly isVersioned?: boolean;
	/** a trigger holds it, and lets nothing through but this */
	readonly isFrozen?: boolean;
	/** each row that changes leaves a line in the log */
	readonly isLogged?: boolean;
};

type Of = Pick<WrittenPlace, 'table' | 'ofProject'> & Partial<Omit<WrittenPlace, 'table' | 'column' | 'ofProject'>>;

/** Columns of one table; `json` and `list` name those that are no plain text, `copies` those that are not counted beside it. */
const places = (
	{ kind = null, ...of }: Of,
	columns: {
		readonly text?: readonly string[];
		readonly list?: readonly string[];
		readonly json?: readonly string[];
		readonly copies?: readonly string[];
	}
): readonly WrittenPlace[] =>
	(['text', 'list', 'json'] as const).flatMap((form) =>
		(columns[form] ?? []).map((column) => ({
			...of,
			...{ column, form, kind },
			...(columns.copies?.includes(column) && { kind: null, isVersioned: false })
		}))
	);

const own = (projectId: ProjectId): Condition => sql`project_id = ${projectId}`;
const through =
	(table: keyof Database, key: string) =>
	(projectId: ProjectId): Condition =>
		sql`${sql.ref(key)} in (select id from ${sql.table(table)} where project_id = ${projectId})`;
const throughReports =
	(table: keyof Database, key: string) =>
	(projectId: ProjectId): Condition =>
		sql`${sql.ref(key)} in (select ${sql.ref(`${table}.id`)} from ${sql.table(table)}
			join reports on reports.id = report_id where project_id = ${projectId})`;

const goingIds = ({ sourceIds }: Going) => sql`all(${[...sourceIds]}::uuid[])`;
/** Rows about an interview that stays. */
const ofOthers = (going: Going): Condition => sql`source_id <> ${goingIds(going)}`;
const codingsThatStay = (going: Going): Condition =>
	sql`(coding_id is null or coding_id in (select id from codings where ${ofOthers(going)}))`;
const memosThatStay = (going: Going): Condition => sql`(source_id is null or source_id <> ${goingIds(going)})
	and ${codingsThatStay(going)} and (case_id = ${going.caseId}::uuid) is not true`;
/** Evidence that hangs on an interview goes with it; so does what was said on keeping a quote of it. */
const evidenceThatStays = (going: Going): Condition => sql`${codingsThatStay(going)}
	and (memo_id is null or memo_id in (select id from memos where ${memosThatStay(going)}))`;
const keptBlocksThatStay = (going: Going): Condition =>
	sql`block_id in (select id from report_blocks where ${codingsThatStay(going)})`;

/**
 * Every place in which people write or paste words of their own. A withdrawal takes the words of an interview out of all
 * of them, its preview counts them, and a name that is found later goes out of them: a new column belongs here. A test
 * walks the schema and asks of each column with text whether it stands here, or why not.
 */
export const writtenPlaces: readonly WrittenPlace[] = [
	...places(
		{ table: 'memos', kind: 'memo', ofProject: own, stays: memosThatStay, isVersioned: true },
		{ text: ['title', 'searched'], json: ['body'], copies: ['searched'] }
	),
	...places(
		{ table: 'codings', kind: 'memo', ofProject: through('sources', 'source_id'), stays: ofOthers },
		{ text: ['memo'] }
	),
	...places(
		{ table: 'codes', kind: 'codebook', ofProject: own },
		{ text: ['definition', 'include', 'exclude'], list: ['synonyms'] }
	),
	...places({ table: 'codes', ofProject: own }, { text: ['example'] }),
	...places(
		{ table: 'code_examples', ofProject: through('codes', 'code_id'), stays: codingsThatStay },
		{ text: ['words'] }
	),
	...places({ table: 'codebook_versions', kind: 'codebook', ofProject: own }, { text: ['note'] }),
	...places({ table: 'codebook_versions', ofProject: own, isFrozen: true }, { json: ['tree'] }),
	...places({ table: 'code_changes', ofProject: own }, { json: ['way_back'] }),
	...places(
		{ table: 'code_proposals', kind: 'codebook', ofProject: own, stays: ofOthers },
		{ text: ['name', 'definition', 'why', 'reason'] }
	),
	...places(
		{ table: 'explanations', kind: 'explanation', ofProject: own, isVersioned: true },
		{ text: ['text', 'evidence', 'counter_evidence'] }
	),
	...places(
		{ table: 'explanation_evidence', kind: 'explanation', ofProject: own, stays: evidenceThatStays },
		{ text: ['remark', 'reference'] }
	),
	...places({ table: 'recognitions', kind: 'explanation', ofProject: own }, { text: ['session'] }),
	...places(
		{ table: 'figure_recognitions', kind: 'explanation', ofProject: through('review_sessions', 'session_id') },
		{ text: ['remark'] }
	),
	...places(
		{ table: 'review_sessions', kind: 'explanation', ofProject: own, isVersioned: true },
		{ text: ['participants'] }
	),
	...places({ table: 'decisions', kind: 'decision', ofProject: own }, { text: ['reason', 'meta_inference'] }),
	...places({ table: 'second_readings', kind: 'decision', ofProject: own }, { text: ['reason'] }),
	...places({ table: 'silence_tasks', kind: 'task', ofProject: own }, { text: ['remark'] }),
	...places({ table: 'reports', kind: 'report', ofProject: own, isVersioned: true }, { text: ['title'] }),
	...places(
		{ table: 'report_sections', kind: 'report', ofProject: through('reports', 'report_id'), isVersioned: true },
		{ json: ['body'] }
	),
	...places(
		{ table: 'report_versions', kind: 'report', ofProject: through('reports', 'report_id'), isFrozen: true },
		{ text: ['name', 'reason', 'title'] }
	),
	...places(
		{
			...{ table: 'report_version_sections', kind: 'report', isFrozen: true },
			ofProject: throughReports('report_versions', 'version_id')
		},
		{ json: ['body'] }
	),
	...places(
		{
			...{ table: 'report_blocks', kind: 'report' },
			ofProject: through('reports', 'report_id'),
			stays: codingsThatStay
		},
		{ text: ['kept_reason'] }
	),
	...places(
		{ table: 'report_blocks', kind: 'report', ofProject: through('reports', 'report_id'), only: sql`kind <> 'quote'` },
		{ json: ['said'] }
	),
	...places(
		{
			...{ table: 'report_version_blocks', kind: 'report' },
			ofProject: throughReports('report_versions', 'version_id'),
			stays: keptBlocksThatStay
		},
		{ text: ['kept_reason'] }
	),
	...places(
		{
			...{ table: 'report_version_blocks', kind: 'report' },
			ofProject: throughReports('report_versions', 'version_id'),
			only: sql`block_id in (select id from report_blocks where kind <> 'quote')`
		},
		{ json: ['said'] }
	),
	...places(
		{ table: 'report_comments', kind: 'comment', ofProject: through('reports', 'report_id') },
		{ text: ['body', 'words'] }
	),
	...places(
		{
			...{ table: 'report_comment_replies', kind: 'comment' },
			ofProject: throughReports('report_comments', 'comment_id')
		},
		{ text: ['body'] }
	),
	...places(
		{ table: 'factsheet_editions', kind: 'publication', ofProject: own, isFrozen: true, isLogged: true },
		{ text: ['title', 'withdrawn_reason'], json: ['document'] }
	),
	...places({ table: 'disclosure_confirmations', kind: 'publication', ofProject: own }, { text: ['reason'] }),
	...places(
		{ table: 'lessons', kind: 'lesson', ofProject: own, isVersioned: true },
		{ text: ['title', 'period', 'happened', 'learnt', 'audience'] }
	),
	...places(
		{ table: 'studies', kind: 'study', ofProject: own, isVersioned: true },
		{ text: ['institute', 'period', 'method', 'remark'] }
	),
	...places(
		{ table: 'study_findings', kind: 'study', ofProject: through('studies', 'study_id'), isVersioned: true },
		{ text: ['text'] }
	),
	...places(
		{ table: 'study_tables', kind: 'study', ofProject: through('studies', 'study_id'), isVersioned: true },
		{ text: ['caption', 'note'], json: ['columns', 'rows'] }
	),
	...places(
		{ table: 'observations', kind: 'figure', ofProject: own },
		{ text: ['note', 'source', 'source_version', 'trend_break_reason'] }
	),
	...places({ table: 'observation_changes', ofProject: own }, { json: ['before', 'after'] }),
	...places(
		{ table: 'source_intake', kind: 'interview', ofProject: through('sources', 'source_id'), stays: ofOthers },
		{ text: ['note'] }
	),
	...places(
		{ table: 'pseudonym_work', kind: 'interview', ofProject: through('sources', 'source_id'), stays: ofOthers },
		{ text: ['check_note'] }
	),
	...places(
		{ table: 'source_versions', kind: 'interview', ofProject: through('sources', 'source_id'), stays: ofOthers },
		{ text: ['reason'] }
	),
	...places(
		{ table: 'photos', kind: 'interview', ofProject: through('sources', 'source_id'), stays: ofOthers },
		{ text: ['alternative'] }
	)
];
