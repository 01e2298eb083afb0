import { exportMemosQuery, mediaTypes, type MemosToExport } from '../../contract/export.ts';
import { parse } from '../../contract/parse.ts';
import { mentionPath, withheldLabel, type MemoReference } from '../../domain/memo/references.ts';
import { exportedBody, type Mentioned } from '../../domain/memo/shown.ts';
import { ok, type Result } from '../../domain/problem.ts';
import { richTextReferences } from '../../domain/text/rich-text.ts';
import { memoDocument } from '../../report/memo-document.ts';
import type { MemoRow } from '../../report/memo-rows.ts';
import { memoTable } from '../../report/memo-table.ts';
import { toCsv } from '../../report/to-csv.ts';
import { toXlsx } from '../../report/to-xlsx.ts';
import type { Locale } from '../../words/locale.ts';
import { audit } from '../access/audit.ts';
import type { Context } from '../access/context.ts';
import { withPeople } from '../access/export-material.ts';
import { interviewsAbout } from '../access/interviews-beside.ts';
import { mentionedFor } from '../access/memo-permit.ts';
import { permit } from '../access/permit.ts';
import { dataChangedAt } from '../store/data-changed.ts';
import { countReportedNames } from '../store/disclosure-confirmations.ts';
import { listMemos, type ListedMemo, type MemoKey } from '../store/memos.ts';
import { sayAutomaticCheck } from './export-check.ts';
import { aboutOf, exportName, type ExportedFile } from './exported-file.ts';
import { noteRows } from './note-rows.ts';

const rowsAtOnce = 200; // so that the embedded database is never busy for long

/**
 * Takes away the memos and notes of codings that this person may read: as a table, or as a text to read, in which mentions
 * lead to their place in the program at `site`. The file says that nobody looked at what could point to somebody.
 */
export const exportMemos = async (
	context: Context,
	projectId: string,
	query: unknown,
	locale: Locale,
	site = ''
): Promise<Result<ExportedFile>> => {
	const permitted = await permit(context, projectId, 'memo.read');
	if (!permitted.ok) return permitted;
	const parsed = parse(exportMemosQuery, query);
	if (!parsed.ok) return parsed;
	const { format, settled, ...filter } = parsed.value;
	const { project, access } = permitted.value;
	const { kind, ...about } = filter;
	const rows: MemoRow[] = [];
	const sourceIds: string[] = [];
	const asked = {
		...about,
		...(kind !== 'note' && { kind }),
		...(settled !== undefined && { settled: settled === 'true' })
	};
	for (let after: MemoKey | null = null; kind !== 'note';) {
		const memos: readonly ListedMemo[] = await listMemos(context.db, project.id, access, asked, after, rowsAtOnce);
		const references = memos.flatMap(({ body }) => richTextReferences(body));
		const mentioned = await mentionedFor(permitted.value, context.db, references);
		const openNames = await countReportedNames(
			context.db,
			memos.flatMap(({ place }) => place.sourceId ?? [])
		);
		for (const memo of memos) {
			const row = rowOf(memo, mentioned, openNames);
			rows.push(row);
			if (row.isOpen && memo.place.sourceId !== null) sourceIds.push(memo.place.sourceId);
		}
		const last = memos.at(-1);
		if (!last || memos.length < rowsAtOnce) break;
		after = [last.createdAt.toISOString(), last.id];
	}
	if (asksNotes(parsed.value)) {
		const notes = await noteRows(context.db, project.id, access, about);
		rows.push(...notes.rows);
		sourceIds.push(...notes.sourceIds);
	}
	const interviews = await interviewsAbout(context.db, project.id, sourceIds);
	const ids = interviews.map(({ sourceId }) => sourceId);
	const material = await withPeople(context, project, { kind: 'interviews', interviews }, ids);
	if (!material.ok) return material;
	const check = sayAutomaticCheck(material.value, locale);
	if (!check.ok) return check;
	const now = context.now();
	const changedAt = await dataChangedAt(context.db, project.id, { areaIds: null, reportId: null });
	const told = aboutOf(project, changedAt, check.value);
	const addressOf = (reference: MemoReference) =>
		reference.label === withheldLabel ? null : `${site}${mentionPath(project.id, reference)}`;
	const table = memoTable(rows, told, locale);
	const bytes = {
		csv: () => toCsv(table, locale),
		xlsx: () => toXlsx([table], locale),
		md: () => new TextEncoder().encode(memoDocument(rows, told, addressOf, locale))
	};
	const file = await bytes[format]();
	await audit(context, context.db, project.id, 'export.memos', { kind: 'project', id: project.id });
	return ok({ name: exportName([table.name, project.name], now, format), type: mediaTypes[format], bytes: file });
};

/** Notes of codings have no kind, no turn and no answer of their own, and the team reads them. */
const asksNotes = ({ kind, aboutKind, turn, caseId, visibility, settled }: MemosToExport): boolean =>
	[turn, caseId, settled].every((one) => one === undefined) &&
	(kind ?? 'note') === 'note' &&
	(aboutKind ?? 'coding') === 'coding' &&
	(visibility ?? 'shared') === 'shared';

const rowOf = (memo: ListedMemo, mentioned: Mentioned, openNames: ReadonlyMap<string, number>): MemoRow => ({
	memoKind: memo.memoKind,
	title: memo.title,
	body: exportedBody(memo.body, mentioned),
	visibility: memo.visibility,
	about: memo.about.kind,
	reference: memo.place.reference ?? memo.place.sourceTitle ?? memo.place.caseLabel,
	codePath: memo.place.codePath,
	isRemoved: memo.place.isRemoved,
	authorName: memo.authorName,
	createdAt: memo.createdAt.toISOString(),
	changedAt: memo.changedAt.toISOString(),
	settled: memo.settled && { by: memo.settledByName ?? '', at: memo.settled.at.toISOString() },
	isOpen: memo.place.quotesAllowed && !openNames.has(memo.place.sourceId ?? '')
});
