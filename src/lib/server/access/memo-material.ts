import type { MemoKind } from '../../domain/memo/memo.ts';
import type { MemoRow } from '../../domain/memo/memo-row.ts';
import { exportedBody, type Mentioned } from '../../domain/memo/shown.ts';
import { ok, type Result } from '../../domain/problem.ts';
import type { InterviewFact } from '../../domain/report/file-facts.ts';
import { richTextReferences } from '../../domain/text/rich-text.ts';
import { countReportedNames } from '../store/disclosure-confirmations.ts';
import { listMemos, type ListedMemo, type MemoFilter, type MemoKey } from '../store/memos.ts';
import type { Context } from './context.ts';
import { interviewsAbout } from './interviews-beside.ts';
import { mentionedFor } from './memo-permit.ts';
import { noteRows } from './note-rows.ts';
import { withPeople, type MaterialWith } from './people-material.ts';
import { permit } from './permit.ts';

/** Which memos go in a file; `memoKind` `note`: only the short notes of codings, absent: memos of all kinds and these notes. */
export type AskedMemos = Omit<MemoFilter, 'kind' | 'settled' | 'sourceIds' | 'notBy'> & {
	readonly memoKind?: MemoKind | 'note' | undefined;
	readonly settled?: 'true' | 'false' | undefined;
};

/** The rows of a file of memos, and what can give somebody away in it. */
export type MemoMaterial = {
	readonly rows: readonly MemoRow[];
	readonly material: MaterialWith<{ readonly kind: 'interviews'; readonly interviews: readonly InterviewFact[] }>;
};

const rowsAtOnce = 200; // so that the embedded database is never busy for long

/** The memos and notes of codings that this person may read, as a file of them has them. */
export const memoMaterial = async (
	context: Context,
	projectId: string,
	{ memoKind, settled, ...about }: AskedMemos
): Promise<Result<MemoMaterial>> => {
	const permitted = await permit(context, projectId, 'memo.read');
	if (!permitted.ok) return permitted;
	const { project, access } = permitted.value;
	const rows: MemoRow[] = [];
	const sourceIds: string[] = [];
	const asked = {
		...about,
		...(memoKind !== 'note' && { kind: memoKind }),
		...(settled !== undefined && { settled: settled === 'true' })
	};
	for (let after: MemoKey | null = null; memoKind !== 'note';) {
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
	if (asksNotes({ memoKind, settled, ...about })) {
		const notes = await noteRows(context.db, project.id, access, about);
		rows.push(...notes.rows);
		sourceIds.push(...notes.sourceIds);
	}
	const interviews = await interviewsAbout(context.db, project.id, sourceIds);
	const ids = interviews.map(({ sourceId }) => sourceId);
	const material = await withPeople(context, project, { kind: 'interviews', interviews } as const, ids);
	return material.ok ? ok({ rows, material: material.value }) : material;
};

/** Notes of codings have no kind, no turn and no answer of their own, and the team reads them. */
const asksNotes = ({ memoKind, aboutKind, turn, caseId, visibility, settled }: AskedMemos): boolean =>
	[turn, caseId, settled].every((one) => one === undefined) &&
	(memoKind ?? 'note') === 'note' &&
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
