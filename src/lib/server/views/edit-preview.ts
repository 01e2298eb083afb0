import { parse } from '../../contract/parse.ts';
import { previewEditInput, type EditPreviewAnswer } from '../../contract/source-edit.ts';
import { carryCodings, type CodingFate } from '../../domain/coding/carry-codings.ts';
import { hitOf, impactOf } from '../../domain/coding/edit-impact.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { codePointLength, positionMap } from '../../domain/text/position.ts';
import { settleEdit } from '../../domain/text/settle-edit.ts';
import type { Context } from '../access/context.ts';
import { permitOnSource } from '../access/source-permit.ts';
import { listNamedCodings, type NamedCoding } from '../store/named-codings.ts';
import { findText } from '../store/sources.ts';
import { isSecondCoder } from '../store/second-coders.ts';

/**
 * What an edit would do to what was coded on a text: the decision of `editSource`, with nothing stored. Who may not read
 * codings is told how many are hit; codings of a blind layer are in those numbers and in nobody else's list.
 */
export const previewEdit = async (
	context: Context,
	projectId: string,
	sourceId: string,
	input: unknown
): Promise<Result<EditPreviewAnswer>> => {
	const parsed = parse(previewEditInput, input);
	if (!parsed.ok) return parsed;
	const permitted = await permitOnSource(context, projectId, sourceId, 'source.prepare');
	if (!permitted.ok) return permitted;
	const { source, can } = permitted.value;
	const { version, operations } = parsed.value;
	if (source.version !== version) return fail('version-conflict', { version, present: source.version }, 'version');
	const stored = await findText(context.db, source.id, version);
	if (!stored) return fail('source-unknown');
	const settled = settleEdit(stored.text, operations);
	if (!settled.ok) return settled;
	const { text, edit } = settled.value ?? { text: stored.text, edit: [] };

	const codings = await listNamedCodings(context.db, source.id, version);
	const after = positionMap(text);
	const fates = new Map(carryCodings(codings, edit, after).map((fate) => [fate.id, fate]));
	const hits = codings.map((coding) => ({ coding, kind: kindOf(coding, fates.get(coding.id)) }));
	const isBlind = await isSecondCoder(context.db, source.id, context.actor.userId);
	const isShown = ({ layer, coderId }: NamedCoding) =>
		can('coding.read') && (isBlind ? layer === 'second' && coderId === context.actor.userId : layer === 'shared');
	return ok({
		version,
		characters: codePointLength(text),
		...impactOf(hits.map(({ kind }) => kind)),
		hits: hits.flatMap(({ coding, kind }) => {
			const fate = fates.get(coding.id);
			if (kind === null || !fate || !isShown(coding)) return [];
			const words = fate.kind === 'orphaned' ? '' : after.slice(fate.range.start, fate.range.end);
			const { id: codingId, codeName, coderName, quote } = coding;
			return [{ codingId, kind, codeName, coderName, before: quote, after: words }];
		})
	});
};

const kindOf = ({ range }: NamedCoding, fate: CodingFate | undefined) => (fate ? hitOf(range, fate) : null);
