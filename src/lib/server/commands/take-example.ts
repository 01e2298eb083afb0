import { toCodeAnswer } from '../../contract/code-answer.ts';
import type { CodeAnswer } from '../../contract/code.ts';
import { changeCode } from '../../domain/codebook/change-code.ts';
import { codebookOf } from '../../domain/codebook/codebook.ts';
import { withExample, withoutExample } from '../../domain/codebook/example.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { withoutBsns } from '../../privacy/block-bsn.ts';
import { mayMend, permitCoding } from '../access/coding-permit.ts';
import type { Context } from '../access/context.ts';
import { isUuid } from '../access/permit.ts';
import { findCoding } from '../store/codings.ts';
import { updateCode } from '../store/codes.ts';
import { keepExample } from '../store/example-quotes.ts';
import { isQuotable } from '../store/quote-consent.ts';
import { changeCodebook } from './change-codebook.ts';
import { projectOnly } from './change-coding.ts';

type Change = (example: string, quote: string) => string;

/** Puts the words of a coding among the examples of its code, as long as the interview may be quoted. */
export const takeExample = (context: Context, projectId: string, codingId: string): Promise<Result<CodeAnswer>> =>
	changeExample(context, projectId, codingId, { change: withExample, needsConsent: true });

/** Takes the words of a coding out of the examples of its code again. */
export const dropExample = (context: Context, projectId: string, codingId: string): Promise<Result<CodeAnswer>> =>
	changeExample(context, projectId, codingId, { change: withoutExample, needsConsent: false });

const longest = 10_000; // code points, as in the contract of codes

const changeExample = (
	context: Context,
	projectId: string,
	codingId: string,
	{ change, needsConsent }: { readonly change: Change; readonly needsConsent: boolean }
): Promise<Result<CodeAnswer>> =>
	changeCodebook(context, projectId, { change: 'changed', kind: 'update' }, async (trx, book, project) => {
		const coding = isUuid(codingId) ? await findCoding(trx, project.id, codingId) : null;
		const permitted = await permitCoding(context, trx, project.id, coding?.sourceId ?? null, []);
		if (!coding) return projectOnly(permitted);
		if (!permitted.ok) return permitted;
		const seen = mayMend(permitted.value, coding, context.actor.userId);
		if (!seen.ok) return seen;
		if (needsConsent && !(await isQuotable(trx, coding.id))) return fail('quotes-not-allowed');
		const before = book.byId.get(coding.codeId);
		if (!before) return fail('code-unknown');
		const example = withoutBsns(change(before.example, coding.quote));
		if ([...example].length > longest) return fail('example-too-long', { longest }, 'example');
		const changed = changeCode(book, coding.codeId, { example });
		if (!changed.ok) return changed;
		const { code } = changed.value;
		await updateCode(trx, project.id, code);
		if (needsConsent)
			await keepExample(trx, { codeId: code.id, codingId: coding.id, words: withoutBsns(coding.quote.trim()) });
		const after = codebookOf(book.codes.map((other) => (other.id === code.id ? code : other)));
		return ok({ ids: [code.id], answer: toCodeAnswer(after, code, null) });
	});
