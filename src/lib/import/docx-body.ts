import { isOn } from './docx-styles.ts';
import { closeCell, closeRow, endLine, newFlow, openCell, openRow, textOf, type Flow } from './text-flow.ts';
import type { XmlAttributes, XmlHandler } from './xml-part.ts';

/** How much of a Word file is not in its text. */
export type LeftOut = {
	deletions: number;
	hidden: number;
	footnotes: number;
	comments: number;
	pictures: number;
	symbols: number;
	tables: number;
};

/** What holds for the paragraph of a flow that is being read. */
type Paragraph = {
	hidden: boolean;
	/** the mark at its end was deleted: it runs on into the next */
	runsOn: boolean;
};

/** The main text, or a text box in it. */
const newPlace = (): { flow: Flow; paragraph: Paragraph } => ({
	flow: newFlow(),
	paragraph: { hidden: false, runsOn: false }
});

/** Everything in these is not part of the text: revisions that take away, field codes, second copies, annotations. */
const deleted = new Set(['w:del', 'w:moveFrom']);
const outside = new Set([...deleted, 'w:instrText', 'w:delInstrText', 'w:rt', 'w:sdtPr', 'w:sectPr']);
const pictureLike = new Set(['w:drawing', 'w:pict', 'w:object']);

/** The handler that gathers the text of `word/document.xml`; no recursion, so depth of nesting does not matter. */
export const docxBody = (
	hiddenStyles: ReadonlySet<string>
): { handler: XmlHandler; finish: () => { text: string; leftOut: LeftOut } } => {
	const leftOut: LeftOut = { deletions: 0, hidden: 0, footnotes: 0, comments: 0, pictures: 0, symbols: 0, tables: 0 };
	const main = newPlace();
	const places = [main];
	const alternatives: boolean[] = []; // per mc:AlternateContent: was one chosen?
	const pictures: boolean[] = []; // per picture: did it hold a text box?
	let { flow, paragraph } = main;
	let skipping = 0; // depth inside something that is left out
	let inText = false;
	let properties: 'paragraph' | 'run' | 'mark' | null = null;
	let run = '';
	let runHidden = false;

	const endRun = () => {
		if (runHidden && run.trim() !== '') leftOut.hidden += 1;
		if (!runHidden) flow.line += run;
		run = '';
		runHidden = paragraph.hidden;
	};
	const endParagraph = () => {
		endRun();
		if (!paragraph.runsOn) endLine(flow);
		else flow.lines.push(...flow.boxes.splice(0));
		paragraph.hidden = false;
		paragraph.runsOn = false;
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
		else if (name === 'w:pStyle') paragraph.hidden = runHidden = hiddenStyles.has(attributes['w:val'] ?? '');
		else if (properties === 'mark' && deleted.has(name)) paragraph.runsOn = true;
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
			case 'w:tbl':
				leftOut.tables += 1;
				break;
			case 'w:tr':
				openRow(flow);
				break;
			case 'w:tc':
				openCell(flow);
				break;
			case 'w:txbxContent':
				endRun();
				pictures.fill(true);
				places.push(newPlace());
				({ flow, paragraph } = places.at(-1) ?? main);
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
			case 'w:tc':
				closeCell(flow);
				break;
			case 'w:tr':
				closeRow(flow);
				break;
			case 'mc:AlternateContent':
				alternatives.pop();
				break;
			case 'w:txbxContent': {
				const box = places.length > 1 ? places.pop() : undefined;
				({ flow, paragraph } = places.at(-1) ?? main);
				flow.boxes.push(...(box?.flow.lines ?? []));
				break;
			}
		}
	};

	const text = (piece: string) => {
		if (inText && skipping === 0) run += piece.replaceAll(/[\r\n]+/g, ' ');
	};
	const finish = () => ({ text: textOf(flow), leftOut });
	return { handler: { open, close, text }, finish };
};
