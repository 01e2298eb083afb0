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
import { mentionedFor } from '../access/memo-permit.ts';
import { permit } from '../access/permit.ts';
import { dataChangedAt } from '../store/data-changed.ts';
import { countReportedNames } from '../store/disclosure-confirmations.ts';
import { listMemos, type ListedMemo, type MemoKey } from '../store/memos.ts';
import { aboutOf, exportName, type ExportedFile } from './exported-file.ts';
import { noteRows } from './note-rows.ts';

const rowsAtOnce = 200; // so that the embedded database is never busy for long

/**
 * Takes away the memos and notes of codings that this person may read: as a table, or as a text to read, in which mentions lead to their place
 * in the program at `site`.
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
	const asked = { ...filter, ...(settled !== undefined && { settled: settled === 'true' }) };
	const rows: MemoRow[] = [];
	for (let after: MemoKey | null = null; ;) {
		const memos: readonly ListedMemo[] = await listMemos(context.db, project.id, access, asked, after, rowsAtOnce);
		const references = memos.flatMap(({ body }) => richTextReferences(body));
		const mentioned = await mentionedFor(permitted.value, context.db, references);
		const sourceIds = memos.flatMap(({ place }) => place.sourceId ?? []);
		const openNames = await countReportedNames(context.db, sourceIds);
		rows.push(...memos.map((memo) => rowOf(memo, mentioned, openNames)));
		const last = memos.at(-1);
		if (!last || memos.length < rowsAtOnce) break;
		after = [last.createdAt.toISOString(), last.id];
	}
	if (asksNotes(parsed.value)) rows.push(...(await noteRows(context.db, project.id, access, filter)));
	const now = context.now();
	const changedAt = await dataChangedAt(context.db, project.id, { areaIds: null, reportId: null });
	const about = aboutOf(project, changedAt);
	const addressOf = (reference: MemoReference) =>
		reference.label === withheldLabel ? null : `${site}${mentionPath(project.id, reference)}`;
	const table = memoTable(rows, about, locale);
	const bytes = {
		csv: () => toCsv(table, locale),
		xlsx: () => toXlsx([table], locale),
		md: () => new TextEncoder().encode(memoDocument(rows, about, addressOf, locale))
	};
	const file = await bytes[format]();
	await audit(context, context.db, project.id, 'export.memos', { kind: 'project', id: project.id });
	return ok({ name: exportName([table.name, project.name], now, format), type: mediaTypes[format], bytes: file });
};

/** Notes of codings have no kind, no turn and no answer of their own, and the team reads them. */
const asksNotes = ({ kind, aboutKind, turn, caseId, visibility, settled }: MemosToExport): boolean =>
	[kind, turn, caseId, settled].every((one) => one === undefined) &&
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
