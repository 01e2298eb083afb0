import { parse } from '../../contract/parse.ts';
import { ok, type Result } from '../../domain/problem.ts';
import { withoutBsnsIn } from '../../privacy/block-bsns-in.ts';

/**
 * Checks the input of a command in which people write: notes, memos, names, reasons. A citizen service number in it is
 * replaced by [BSN] before anything is stored; the answer has the words as they are stored, and the page says so.
 */
export const parseWords = <T>(schema: Parameters<typeof parse<T>>[0], input: unknown): Result<T> => {
	const parsed = parse(schema, input);
	return parsed.ok ? ok(withoutBsnsIn(parsed.value)) : parsed;
};
