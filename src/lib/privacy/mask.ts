import { canonicalEdit, type Edit } from '../domain/text/edit.ts';
import type { Range } from '../domain/text/range.ts';

/** The sign that stands in the place of each hidden character. */
export const maskSign = '█';

/** The edit that hides a passage: a sign for each character, so that every place in the text stays where it is. */
export const maskEdit = ({ start, end }: Range): Edit =>
	canonicalEdit([{ retain: start }, { insert: maskSign.repeat(end - start) }, { delete: end - start }]);

/** The edit that puts other words in the place of a passage. */
export const swapEdit = ({ start, end }: Range, words: string): Edit =>
	canonicalEdit([{ retain: start }, { insert: words }, { delete: end - start }]);
