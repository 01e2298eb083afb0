import { toCodeAnswer } from '../../contract/code-answer.ts';
import { updateCodeInput, type CodeAnswer } from '../../contract/code.ts';
import { parse } from '../../contract/parse.ts';
import { changeCode } from '../../domain/codebook/change-code.ts';
import type { Code } from '../../domain/codebook/code.ts';
import { codebookOf } from '../../domain/codebook/codebook.ts';
import { ok, type Result } from '../../domain/problem.ts';
import type { Context } from '../access/context.ts';
import { storePlaces, updateCode as storeCode } from '../store/codes.ts';
import { changeCodebook, checkLinks } from './change-codebook.ts';

/** Renames, moves or describes a code; what is left out stays as it is. */
export const updateCode = async (
	context: Context,
	projectId: string,
	codeId: string,
	input: unknown
): Promise<Result<CodeAnswer>> => {
	const parsed = parse(updateCodeInput, input);
	if (!parsed.ok) return parsed;
	const changes = withoutAbsent(parsed.value);
	return changeCodebook(context, projectId, 'changed', async (trx, book, project) => {
		const links = await checkLinks(trx, project, changes.pillarIds, changes.indicators);
		if (!links.ok) return links;
		const change = changeCode(book, codeId, changes);
		if (!change.ok) return change;
		const { code, places } = change.value;
		await storeCode(trx, project.id, code);
		await storePlaces(trx, project.id, places);
		const after = codebookOf(book.codes.map((other) => (other.id === code.id ? code : other)));
		return ok({ ids: [code.id], answer: toCodeAnswer(after, code, null) });
	});
};

const withoutAbsent = (input: object): Partial<Omit<Code, 'id'>> =>
	Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
