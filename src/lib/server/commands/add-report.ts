import { addReportInput, type ReportAnswer } from '../../contract/report.ts';
import { toReportAnswer } from '../../contract/report-answer.ts';
import { wavePair } from '../../domain/area/wave.ts';
import { fail, failAll, ok, type Result } from '../../domain/problem.ts';
import { foreignReferences } from '../../domain/project/references.ts';
import type { Report } from '../../domain/report/report.ts';
import { wavesBetween } from '../../merge/scope.ts';
import { audit } from '../access/audit.ts';
import type { Context } from '../access/context.ts';
import { permitDisplays } from '../access/display-permit.ts';
import { reachesAll } from '../access/report-permit.ts';
import { findReport, insertReport } from '../store/reports.ts';
import { inTransaction } from '../store/transaction.ts';
import { publishReport } from './change-reports.ts';
import { parseWords } from './parse-words.ts';

/** Begins a report about some areas, from one round to another. Its texts are empty until somebody writes. */
export const addReport = async (context: Context, projectId: string, input: unknown): Promise<Result<ReportAnswer>> => {
	const parsed = parseWords(addReportInput, input);
	if (!parsed.ok) return parsed;
	const added = await inTransaction(context.db, async (trx): Promise<Result<ReportAnswer>> => {
		const permitted = await permitDisplays(context, trx, projectId, 'report.write');
		if (!permitted.ok) return permitted;
		const { project, frame } = permitted.value;
		const { title, kind, language } = parsed.value;
		const areaIds = [...new Set(parsed.value.areaIds)];
		const pair = wavePair(frame.waves, parsed.value);
		if (!pair.ok) return pair;
		const { fromWaveId, toWaveId } = pair.value;
		const foreign = foreignReferences({ area: frame.areas, wave: frame.waves }, [
			{ kind: 'area', field: 'areaIds', ids: areaIds },
			{ kind: 'wave', field: 'fromWaveId', ids: [fromWaveId] },
			{ kind: 'wave', field: 'toWaveId', ids: [toWaveId] }
		]);
		if (foreign.length > 0) return failAll(foreign);
		if (!reachesAll(permitted.value, 'report.write', areaIds)) return fail('not-allowed', { action: 'report.write' });
		const between = wavesBetween(frame.waves, fromWaveId, toWaveId);
		if (!between.ok) return between;
		const at = context.now();
		const report: Report = {
			id: context.newId(),
			projectId: project.id,
			title,
			kind,
			fromWaveId,
			toWaveId,
			areaIds,
			language,
			createdBy: context.actor.userId,
			createdAt: at,
			changedAt: at,
			version: 1
		};
		await insertReport(trx, report);
		const listed = await findReport(trx, project.id, report.id);
		if (!listed) return fail('report-unknown');
		await audit(context, trx, project.id, 'report.add', { kind: 'report', id: report.id });
		return ok(toReportAnswer(listed));
	});
	if (added.ok) publishReport(context, projectId, added.value.id, 'added');
	return added;
};
