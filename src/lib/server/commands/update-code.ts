import { toCodeAnswer } from '../../contract/code-answer.ts';
import { updateCodeInput, type CodeAnswer } from '../../contract/code.ts';
import { changeCode } from '../../domain/codebook/change-code.ts';
import { codebookOf } from '../../domain/codebook/codebook.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import type { Context } from '../access/context.ts';
import { listCodingsOfCodes, storePlaces, updateCode as storeCode } from '../store/codes.ts';
import { changeCodebook, checkLinks } from './change-codebook.ts';
import { parseWords } from './parse-words.ts';

/** Renames, moves or describes a code; what is left out stays as it is. A code with codings cannot become a folder. */
export const updateCode = async (
	context: Context,
	projectId: string,
	codeId: string,
	input: unknown
): Promise<Result<CodeAnswer>> => {
	const parsed = parseWords(updateCodeInput, input);
	if (!parsed.ok) return parsed;
	const changes = parsed.value;
	return changeCodebook(
		context,
		projectId,
		{ change: 'changed', kind: 'update', name: changes.name },
		async (trx, book, project) => {
			const links = await checkLinks(trx, project, changes.pillarIds, changes.indicators);
			if (!links.ok) return links;
			const change = changeCode(book, codeId, changes);
			if (!change.ok) return change;
			const { code, places } = change.value;
			if (!code.isCodable && book.byId.get(codeId)?.isCodable) {
				const codings = await listCodingsOfCodes(trx, [code.id]);
				if (codings.length > 0) return fail('code-folder-has-codings', { codings: codings.length }, 'isCodable');
			}
			await storeCode(trx, project.id, code);
			await storePlaces(trx, project.id, places);
			const placeOf = new Map(places.map(({ id, place }) => [id, place]));
			const after = codebookOf(
				book.codes.map((other) =>
					other.id === code.id ? code : { ...other, place: placeOf.get(other.id) ?? other.place }
				)
			);
			return ok({ ids: [code.id], answer: toCodeAnswer(after, code, null) });
		}
	);
};
