import { toCodeAnswer, unusedCode } from '../../contract/code-answer.ts';
import { addCodeInput, type CodeAnswer } from '../../contract/code.ts';
import { newCode } from '../../domain/codebook/change-code.ts';
import { codebookOf } from '../../domain/codebook/codebook.ts';
import { ok, type Result } from '../../domain/problem.ts';
import type { Context } from '../access/context.ts';
import { insertCode, storePlaces } from '../store/codes.ts';
import { changeCodebook, checkLinks } from './change-codebook.ts';
import { parseWords } from './parse-words.ts';

/** Adds a code to the tree, at a place or as the last one below its parent. */
export const addCode = async (context: Context, projectId: string, input: unknown): Promise<Result<CodeAnswer>> => {
	const parsed = parseWords(addCodeInput, input);
	if (!parsed.ok) return parsed;
	const { place, ...draft } = parsed.value;
	return changeCodebook(
		context,
		projectId,
		{ change: 'added', kind: 'add', name: draft.name },
		async (trx, book, project) => {
			const links = await checkLinks(trx, project, draft.pillarIds, draft.indicators);
			if (!links.ok) return links;
			const change = newCode(book, { ...draft, id: context.newId() }, place);
			if (!change.ok) return change;
			const { code, places } = change.value;
			await insertCode(trx, project.id, code, { by: context.actor.userId, at: context.now() });
			await storePlaces(trx, project.id, places);
			const answer = toCodeAnswer(codebookOf([...book.codes, code]), code, unusedCode);
			return ok({ ids: [code.id], answer });
		}
	);
};
