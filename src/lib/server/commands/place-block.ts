import { placeBlockInput, type LiveBlockAnswer } from '../../contract/report.ts';
import { fail, type Result } from '../../domain/problem.ts';
import type { Context } from '../access/context.ts';
import { checkPlace } from '../access/report-permit.ts';
import { insertBlock } from '../store/report-blocks.ts';
import { listPassages } from '../store/report-quotes.ts';
import { blockAnswer, blockNow, changeReport, withShortened } from './change-reports.ts';
import { parseWords } from './parse-words.ts';

/**
 * Makes a block that leans on data, with what these say at this moment. It stands in the report once its id is written
 * in a text. A quote must be of the area it is placed in, and its speaker must allow quotes.
 */
export const placeBlock = async (
	context: Context,
	projectId: string,
	reportId: string,
	input: unknown
): Promise<Result<LiveBlockAnswer>> => {
	const parsed = parseWords(placeBlockInput, input);
	if (!parsed.ok) return parsed;
	const { pillarId, areaId, shows } = parsed.value;
	return changeReport(context, projectId, reportId, 'report.place', async (desk) => {
		const known = checkPlace(desk, { pillarId, areaId });
		if (!known.ok) return known;
		const passages =
			shows.kind === 'quote' ? await listPassages(desk.trx, desk.project.id, [shows.codingId]) : new Map();
		const passage = shows.kind === 'quote' ? passages.get(shows.codingId) : undefined;
		if (shows.kind === 'quote' && passage?.areaId !== areaId) return fail('coding-unknown');
		const ref = withShortened(shows, shows.kind === 'quote' ? shows.shortened : null, passage?.text ?? null);
		if (!ref.ok) return ref;
		const id = context.newId();
		const { now } = await blockNow(desk, { id, pillarId, areaId, ref: ref.value });
		if (now.kind === 'not-allowed') return fail('report-block-not-allowed');
		if (now.kind === 'gone') return fail('report-block-gone');
		await insertBlock(desk.trx, desk.report.id, {
			id,
			pillarId,
			areaId,
			ref: ref.value,
			said: now.said,
			fingerprint: now.fingerprint,
			saidAt: context.now(),
			saidBy: context.actor.userId,
			kept: null
		});
		return blockAnswer(desk, id);
	});
};
