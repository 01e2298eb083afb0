import type { WithdrawalAnswer } from '../../contract/case-withdrawal.ts';
import type { SourceId } from '../../domain/project/ids.ts';
import type { Project } from '../../domain/project/project.ts';
import { rowIdOf } from '../../merge/row-id.ts';
import { sourceUses, type DecisionUse } from '../../report/source-uses.ts';
import { loadUses } from '../access/source-uses.ts';
import { loadCodebook } from '../store/codes.ts';
import type { Db } from '../store/database.ts';
import { loadFrame } from '../store/frame.ts';
import { findSource } from '../store/sources.ts';
import { listQuotedRows } from '../store/withdrawn-rows.ts';

type Drafts = WithdrawalAnswer['drafts'];
type Numbers = WithdrawalAnswer['numbers'];

/**
 * The rows of joint displays and the texts of reports that become others when some interviews go: those that quote them,
 * were decided on with them, or count them, by the rules that also show what leans on an interview.
 */
export const usesOfWithdrawn = async (
	db: Db,
	project: Project,
	sourceIds: readonly SourceId[]
): Promise<{ readonly drafts: Drafts; readonly numbers: Numbers }> => {
	const frame = { ...(await loadFrame(db, project.id)), codebook: await loadCodebook(db, project.id) };
	const drafts = new Map(
		(await listQuotedRows(db, project.id, sourceIds)).map(({ row, ...rest }) => [
			rowIdOf(row),
			{ rowId: rowIdOf(row), ...rest, isDecided: false }
		])
	);
	const numbers = new Map<string, Numbers[number] & { readonly blocks: Set<string> }>();
	for (const sourceId of sourceIds) {
		const source = await findSource(db, project.id, sourceId);
		if (!source) continue;
		const { decisions, blocks } = sourceUses({ ...(await loadUses(db, { project, frame }, source)), sourceId });
		for (const use of decisions)
			drafts.set(use.row.rowId, { ...draftOf(use), ...drafts.get(use.row.rowId), isDecided: true });
		for (const { placed, part } of blocks) {
			if (part === 'quotes') continue;
			const { id: reportId, title } = placed.report;
			const counted = numbers.get(reportId)?.blocks ?? new Set();
			numbers.set(reportId, { reportId, title, places: 0, blocks: counted.add(placed.block.id) });
		}
	}
	const place = new Map(frame.pillars.map(({ name }, at) => [name, at]));
	const placeOf = ({ pillarName }: Drafts[number]) => place.get(pillarName) ?? 0;
	return {
		drafts: [...drafts.values()].sort(
			(a, b) =>
				placeOf(a) - placeOf(b) ||
				a.areaName.localeCompare(b.areaName) ||
				a.theme.localeCompare(b.theme) ||
				(a.rowId < b.rowId ? -1 : 1)
		),
		numbers: [...numbers.values()].map(({ blocks, ...report }) => ({ ...report, places: blocks.size }))
	};
};

const draftOf = ({ display, row }: DecisionUse): Omit<Drafts[number], 'isDecided'> => ({
	...{ rowId: row.rowId, pillarName: display.pillar.name, areaName: display.area.name, theme: row.name, quotes: 0 }
});
