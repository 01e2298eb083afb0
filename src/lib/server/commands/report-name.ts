import { parse } from '../../contract/parse.ts';
import { reportNameInput, type ReportedNameAnswer } from '../../contract/pseudonym.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { turnAt } from '../../domain/source/turn.ts';
import { overlaps, trimmedRange } from '../../domain/text/range.ts';
import { maskEdit } from '../../privacy/mask.ts';
import { aboutLeftover } from '../access/pseudonym-answer.ts';
import type { Context } from '../access/context.ts';
import { seal } from '../access/seal.ts';
import { insertLeftover } from '../store/leftover-names.ts';
import { moveDone } from '../store/pseudonym-work.ts';
import { changePseudonyms } from './change-pseudonyms.ts';
import { changeText } from './change-text.ts';
import { hideWordsElsewhere } from './clean-words.ts';
import { sealOlderVersions } from './keep-key.ts';

const longest = 200; // characters; a name or an address, no story

/**
 * "Here a name is left" (R14): the words are hidden for everybody at once, in a new version in which every place stays
 * where it is, and sealed until somebody who pseudonymises settles it.
 */
export const reportName = async (
	context: Context,
	projectId: string,
	sourceId: string,
	input: unknown
): Promise<Result<ReportedNameAnswer>> => {
	const parsed = parse(reportNameInput, input);
	if (!parsed.ok) return parsed;
	const { version, start, end } = parsed.value;
	return changePseudonyms(context, projectId, sourceId, {
		needs: 'name.report',
		action: 'name.report',
		version,
		step: async ({ trx, source, desk }) => {
			const { map, cut, leftovers, text } = desk;
			const range = start < end && end <= map.length ? trimmedRange(map, { start, end }) : null;
			const turn = range && turnAt(cut.turns, range.start);
			if (!range || !turn || turn.end < range.end || range.end - range.start > longest)
				return fail('name-passage-invalid', { longest }, 'start');
			if (leftovers.some((other) => overlaps(other.range, range))) return fail('name-reported', undefined, 'start');
			const id = context.newId();
			const stamp = { by: context.actor.userId, at: context.now() };
			const words = map.slice(range.start, range.end);
			const edit = maskEdit(range);
			const changed = await changeText(context, trx, source, {
				text,
				edit,
				reason: '',
				keepsPlaces: true,
				closesBefore: true
			});
			await insertLeftover(
				trx,
				source.id,
				{
					id,
					version: changed.version,
					range,
					seal: seal(context.secret, 'leftover name', aboutLeftover(source.id, id), words)
				},
				stamp
			);
			await hideWordsElsewhere(
				trx,
				source.id,
				words,
				changed.codings.map(({ quote }) => quote)
			);
			await sealOlderVersions(context, trx, source.id, changed.version);
			await moveDone(trx, source.id, source.version, changed.version);
			return ok({ id, version: changed.version });
		}
	});
};
