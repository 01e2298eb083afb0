import { fail } from '../domain/problem.ts';
import { mostLines } from './decode-text.ts';
import { isOn } from './docx-styles.ts';
import { RefusedPart, type XmlAttributes, type XmlHandler } from './xml-part.ts';

/** How much of a Word file is not in its text. */
export type LeftOut = {
	deletions: number;
	hidden: number;
	footnotes: number;
	comments: number;
	pictures: number;
	symbols: number;
};

/** Text being gathered: the main text, or that of a text box inside it. */
type Flow = {
	lines: string[];
	line: string;
	/** lines of text boxes anchored in this paragraph; they follow it */
	boxes: string[];
	paragraphHidden: boolean;
	/** the mark at the end of the paragraph was deleted: it runs on into the next */
	runsOn: boolean;
	/** cells of the table row so far; null = outside tables */
	rows: number[];
	startOfCell: boolean;
};

const newFlow = (): Flow => ({
	lines: [],
	line: '',
	boxes: [],
	paragraphHidden: false,
	runsOn: false,
	rows: [],
	startOfCell: true
});

/** Everything in these is not part of the text: revisions that take away, field codes, second copies, annotations. */
const deleted = new Set(['w:del', 'w:moveFrom']);
const outside = new Set([...deleted, 'w:instrText', 'w:delInstrText', 'w:rt', 'w:sdtPr', 'w:sectPr']);
const pictureLike = new Set(['w:drawing', 'w:pict', 'w:object']);

/** The handler that gathers the text of `word/document.xml`; no recursion, so depth of nesting does not matter. */
export const docxBody = (
	hiddenStyles: ReadonlySet<string>
): { handler: XmlHandler; finish: () => { text: string; leftOut: LeftOut } } => {
	const leftOut: LeftOut = { deletions: 0, hidden: 0, footnotes: 0, comments: 0, pictures: 0, symbols: 0 };
	const flows: Flow[] = [newFlow()];
	const alternatives: boolean[] = []; // per mc:AlternateContent: was one chosen?
	const pictures: boolean[] = []; // per picture: did it hold a text box?
	let flow: Flow = flows[0] ?? newFlow();
	let skipping = 0; // depth inside something that is left out
	let inText = false;
	let properties: 'paragraph' | 'run' | 'mark' | null = null;
	let run = '';
	let runHidden = false;

	const endRun = () => {
		if (runHidden && run.trim() !== '') leftOut.hidden += 1;
		if (!runHidden) flow.line += run;
		run = '';
		runHidden = flow.paragraphHidden;
	};
	const endParagraph = () => {
		endRun();
		if (!flow.runsOn) {
			addLine(flow, flow.line);
			flow.line = '';
		}
		flow.lines.push(...flow.boxes.splice(0));
		if (flow.lines.length > mostLines) throw new RefusedPart(fail('text-too-many-lines', { limit: mostLines }));
		flow.paragraphHidden = false;
		flow.runsOn = false;
		runHidden = false;
	};
	const skips = (name: string): boolean => {
		if (outside.has(name)) return true;
		if (name === 'mc:Fallback') return alternatives.at(-1) === true;
		if (name !== 'mc:Choice') return false;
		const chosen = alternatives.at(-1) === true;
		if (alternatives.length > 0) alternatives[alternatives.length - 1] = true;
		return chosen;
	};
	const openProperty = (name: string, attributes: XmlAttributes) => {
		if (name === 'w:rPr' && properties === 'paragraph') properties = 'mark';
		else if (name === 'w:pStyle') flow.paragraphHidden = runHidden = hiddenStyles.has(attributes['w:val'] ?? '');
		else if (properties === 'mark' && deleted.has(name)) flow.runsOn = true;
		else if (properties !== 'run') return;
		else if (name === 'w:vanish') runHidden = isOn(attributes);
		else if (name === 'w:rStyle' && hiddenStyles.has(attributes['w:val'] ?? '')) runHidden = true;
	};

	const open = (name: string, attributes: XmlAttributes) => {
		if (properties !== null) return openProperty(name, attributes);
		if (name === 'mc:AlternateContent' && skipping === 0) alternatives.push(false);
		if (skipping > 0 || skips(name)) {
			if (skipping === 0 && deleted.has(name)) leftOut.deletions += 1;
			skipping += 1;
			return;
		}
		if (pictureLike.has(name)) pictures.push(false);
		switch (name) {
			case 'w:t':
				inText = true;
				break;
			case 'w:tab':
			case 'w:ptab':
				run += '\t';
				break;
			case 'w:br':
			case 'w:cr':
				run += '\n';
				break;
			case 'w:noBreakHyphen':
				run += '\u2011';
				break;
			case 'w:softHyphen':
				run += '\u00AD';
				break;
			case 'w:sym':
				leftOut.symbols += 1;
				break;
			case 'w:footnoteReference':
			case 'w:endnoteReference':
				leftOut.footnotes += 1;
				break;
			case 'w:commentReference':
				leftOut.comments += 1;
				break;
			case 'w:pPr':
				properties = 'paragraph';
				break;
			case 'w:rPr':
				properties = 'run';
				break;
			case 'w:r':
				endRun();
				break;
			case 'w:tr':
				flow.rows.push(0);
				break;
			case 'w:tc':
				openCell(flow);
				break;
			case 'w:txbxContent':
				endRun();
				pictures.fill(true);
				flow = newFlow();
				flows.push(flow);
				break;
		}
	};

	const close = (name: string) => {
		if (properties !== null) {
			if (name === 'w:rPr') properties = properties === 'mark' ? 'paragraph' : null;
			else if (name === 'w:pPr') properties = null;
			return;
		}
		if (skipping > 0) {
			skipping -= 1;
			return;
		}
		if (pictureLike.has(name) && pictures.pop() === false) leftOut.pictures += 1;
		switch (name) {
			case 'w:t':
				inText = false;
				break;
			case 'w:r':
				endRun();
				break;
			case 'w:p':
				endParagraph();
				break;
			case 'w:tr':
				flow.rows.pop();
				flow.startOfCell = true;
				break;
			case 'mc:AlternateContent':
				alternatives.pop();
				break;
			case 'w:txbxContent': {
				const box = flow;
				flows.pop();
				flow = flows.at(-1) ?? newFlow();
				flow.boxes.push(...box.lines);
				break;
			}
		}
	};

	const text = (piece: string) => {
		if (inText && skipping === 0) run += piece.replaceAll(/[\r\n]+/g, ' ');
	};
	const finish = () => {
		if (flow.line !== '') addLine(flow, flow.line);
		return { text: flow.lines.join('\n'), leftOut };
	};
	return { handler: { open, close, text }, finish };
};

/** The first paragraph of a further cell continues the line of its row, after a tab. */
const addLine = (flow: Flow, line: string) => {
	if (flow.startOfCell) flow.lines.push(line);
	else flow.lines.push(`${flow.lines.pop() ?? ''}\t${line}`);
	flow.startOfCell = true;
};

const openCell = (flow: Flow) => {
	const row = flow.rows.length - 1;
	const cells = flow.rows[row] ?? 0;
	flow.startOfCell = cells === 0;
	if (row >= 0) flow.rows[row] = cells + 1;
};
