import { fail, ok, type Problem, type Result } from '../domain/problem.ts';
import { canonicalText } from '../domain/text/plain-text.ts';
import { largestTextBytes, tooLarge } from './decode-text.ts';
import type { TranscriptDraft } from './source-draft.ts';
import { compose, type Passage } from './subtitles.ts';
import type { Cell, Table, TableRow } from './table.ts';
import { speakersOf } from './transcript.ts';

/** The speaker of the questions; a person can give it another name. */
const asker = 'Vraag';

/**
 * The open answers of a survey: a row is a respondent, a column an open question. The whole file becomes one source in
 * which every respondent is a speaker: a handful of short answers is no interview, and must not be counted as one.
 * Closed questions, names and addresses stay out; the columns that do are told.
 */
export const readSurvey = ({ columns, rows }: Table): Result<TranscriptDraft> => {
	const open = columns.flatMap((column, index) => (isOpenQuestion(column, answersIn(rows, index)) ? [index] : []));
	if (open.length === 0) return fail('survey-without-answers');
	const idAt = columns.findIndex((column, index) => isIdColumn(column) && isUnique(rows, index));
	const passages: Passage[] = [];
	let length = 0;
	let silent = 0;
	for (const [index, row] of rows.entries()) {
		const label = labelOf(row, idAt, index + 1);
		const before = passages.length;
		for (const at of open) {
			const question = canonicalText(columns[at] ?? '');
			const answer = canonicalText(String(row.cells[at] ?? '').trim());
			if (!question.ok) return question;
			if (!answer.ok) return answer;
			if (answer.value.text === '') continue;
			passages.push(said(asker, question.value.text), said(label, answer.value.text));
			length += question.value.text.length + answer.value.text.length;
			if (length > largestTextBytes) return tooLarge(length, largestTextBytes);
		}
		if (passages.length === before) silent += 1;
	}
	const { composed, turns } = compose(passages);
	const speakers = speakersOf(turns).map((speaker) =>
		speaker.label === asker ? { ...speaker, role: 'interviewer' as const } : speaker
	);
	return ok({ text: composed, turns, speakers, warnings: warningsOf(columns, open, idAt, rows.length, silent) });
};

const said = (label: string, words: string): Passage => ({ label, words: [words], startMs: null, endMs: null });

const warningsOf = (
	columns: readonly string[],
	open: readonly number[],
	idAt: number,
	rows: number,
	silent: number
): readonly Problem[] => {
	const left = columns.filter((column, index) => column !== '' && index !== idAt && !open.includes(index));
	const warnings: Problem[] = [{ code: 'survey-read', params: { count: rows - silent, questions: open.length } }];
	if (left.length > 0)
		warnings.push({ code: 'survey-columns-left-out', params: { count: left.length, columns: list(left) } });
	if (silent > 0) warnings.push({ code: 'survey-rows-without-answers', params: { count: silent } });
	return warnings;
};

const mostNames = 10;
const longestName = 40;

const list = (names: readonly string[]): string =>
	names
		.slice(0, mostNames)
		.map((name) => (name.length > longestName ? `${name.slice(0, longestName)}…` : name))
		.join(', ') + (names.length > mostNames ? ', …' : '');

/** The filled cells of a column that are words, not numbers. */
const answersIn = (rows: readonly TableRow[], index: number): readonly string[] =>
	rows.flatMap(({ cells }) => {
		const cell: Cell = cells[index] ?? '';
		return typeof cell === 'string' && /\p{L}/u.test(cell) ? [cell.trim()] : [];
	});

const hint =
	/\?\s*$|\b(?:open|toelichting|toelichten|licht toe|opmerking|opmerkingen|waarom|namelijk|comments?|explain|explanation|remarks?|why)\b/i;

/** A question that people answer in their own words: long answers, or many different ones under a question. */
const isOpenQuestion = (column: string, answers: readonly string[]): boolean => {
	if (column === '' || answers.length === 0 || isIdColumn(column)) return false;
	const withWords = answers.filter((answer) => !/^\S+@\S+$|^https?:\S+$/.test(answer));
	if (withWords.length < answers.length / 2) return false;
	const mean = withWords.reduce((sum, { length }) => sum + length, 0) / withWords.length;
	const longest = Math.max(...withWords.slice(0, 10_000).map(({ length }) => length));
	const variety = new Set(withWords.map((answer) => answer.toLowerCase())).size / withWords.length;
	if (variety < 0.5 && withWords.length > 3) return false;
	if (mean >= 25 || longest >= 60) return true;
	return hint.test(column) && withWords.some((answer) => answer.split(/\s+/).length >= 3);
};

const isIdColumn = (column: string): boolean =>
	/^(?:id|nr\.?|no\.?|nummer|volgnummer|case|respons[e]?[ _-]?id|respondent(?:[ _-]?(?:nr|nummer|id|code))?|deelnemer(?:[ _-]?(?:nr|nummer|id|code))?|participant(?:[ _-]?(?:no|number|id|code))?)$/i.test(
		column.trim()
	);

const isUnique = (rows: readonly TableRow[], index: number): boolean => {
	const values = rows.map(({ cells }) => String(cells[index] ?? '').trim());
	return (
		values.every((value) => /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,19}$/u.test(value)) &&
		new Set(values).size === values.length
	);
};

const labelOf = (row: TableRow, idAt: number, ordinal: number): string => {
	const id = idAt < 0 ? String(ordinal) : String(row.cells[idAt] ?? ordinal).trim();
	return /^[\p{N}._-]+$/u.test(id) ? `Respondent ${id}` : id.normalize('NFC');
};
