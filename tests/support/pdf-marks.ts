import {
	isDict,
	isOperator,
	isText,
	nameOf,
	readContent,
	type Dict,
	type PdfObjects,
	type Value
} from './pdf-objects.ts';

/** What the commands of a page show, and how that is marked. */
export type PageMarks = {
	/** the numbers of the marked parts, in the order in which they are shown */
	readonly ids: readonly number[];
	/** commands that show something outside every mark */
	readonly unmarked: readonly string[];
	/** a part that is both told and passed over */
	readonly mixed: number;
	/** the bytes that stand for letters, by the name of their font */
	readonly letters: ReadonlyMap<string, string>;
	/** marks that are left open, or closed without being open */
	readonly isClosed: boolean;
};

const showing = new Set(['Tj', 'TJ', "'", '"', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's', 'sh', 'Do', 'BI']);

/** Walks along the commands of a page (ISO 32000-1, annex A). */
export const marksOf = (pdf: PdfObjects, page: Dict): PageMarks => {
	const content = Buffer.concat(
		pdf.listOf(page.get('Contents')).flatMap((part) => [pdf.bytesOf(part), Buffer.from('\n')])
	);
	const ids: number[] = [];
	const unmarked: string[] = [];
	const letters = new Map<string, string>();
	const open: Mark[] = [];
	let [mixed, isClosed, font] = [0, true, ''];
	let given: Value[] = [];
	for (const value of readContent(content)) {
		if (!isOperator(value)) {
			given.push(value);
			continue;
		}
		const { operator } = value;
		if (operator === 'BDC' || operator === 'BMC') {
			const mark = markOf(pdf, page, given);
			if (typeof mark === 'number') ids.push(mark);
			open.push(mark);
			if (open.includes('artifact') && open.some((one) => typeof one === 'number')) mixed += 1;
		} else if (operator === 'EMC') isClosed = open.pop() !== undefined && isClosed;
		else if (operator === 'Tf') font = nameOf(given[0]);
		else if (showing.has(operator)) {
			if (!open.some((mark) => mark !== 'other')) unmarked.push(operator);
			if (/^(?:Tj|TJ|'|")$/.test(operator)) letters.set(font, (letters.get(font) ?? '') + textOf(given));
		}
		given = [];
	}
	return { ids, unmarked, mixed, letters, isClosed: isClosed && open.length === 0 };
};

type Mark = number | 'artifact' | 'other';

const markOf = (pdf: PdfObjects, page: Dict, [kind, more]: readonly Value[]): Mark => {
	const named = pdf.dictOf(pdf.dictOf(pdf.dictOf(page.get('Resources')).get('Properties')).get(nameOf(more)));
	const id = (isDict(more) ? more : named).get('MCID');
	if (nameOf(kind) === 'Artifact') return 'artifact';
	return typeof id === 'number' ? id : 'other';
};

const textOf = (given: readonly Value[]): string =>
	given.map((value) => (isText(value) ? value.text : Array.isArray(value) ? textOf(value as Value[]) : '')).join('');
