import { fail } from '../domain/problem.ts';
import { mostLines } from './decode-text.ts';
import { RefusedPart } from './xml-part.ts';

/** Text being gathered: the main text, or that of a text box inside it. A paragraph is a line. */
export type Flow = {
	lines: string[];
	line: string;
	/** lines of text boxes anchored in this paragraph; they follow it */
	boxes: string[];
	/** per table that is open: the cells of its row so far; empty = outside tables */
	rows: number[];
	startOfCell: boolean;
	/** per cell that is open: no line was written yet */
	emptyCells: boolean[];
};

export const newFlow = (): Flow => ({ lines: [], line: '', boxes: [], rows: [], startOfCell: true, emptyCells: [] });

/** Ends a paragraph. The first paragraph of a further cell continues the line of its row, after a tab. */
export const endLine = (flow: Flow): void => {
	addLine(flow, flow.line);
	flow.line = '';
	flow.lines.push(...flow.boxes.splice(0));
	if (flow.lines.length > mostLines) throw new RefusedPart(fail('text-too-many-lines', { limit: mostLines }));
};

const addLine = (flow: Flow, line: string) => {
	if (flow.startOfCell) flow.lines.push(line);
	else flow.lines.push(`${flow.lines.pop() ?? ''}\t${line}`);
	flow.startOfCell = true;
	if (flow.emptyCells.length > 0) flow.emptyCells[flow.emptyCells.length - 1] = false;
};

export const openRow = (flow: Flow): void => {
	flow.rows.push(0);
};

export const openCell = (flow: Flow): void => {
	const row = flow.rows.length - 1;
	const cells = flow.rows[row] ?? 0;
	flow.startOfCell = cells === 0;
	if (row >= 0) flow.rows[row] = cells + 1;
	flow.emptyCells.push(true);
};

/** Ends a cell; an empty one still keeps its place in the row. */
export const closeCell = (flow: Flow): void => {
	if (flow.emptyCells.at(-1) === true) endLine(flow);
	flow.emptyCells.pop();
	if (flow.emptyCells.length > 0) flow.emptyCells[flow.emptyCells.length - 1] = false;
};

export const closeRow = (flow: Flow): void => {
	flow.rows.pop();
	flow.startOfCell = true;
};

/** All lines, with what of a last line was not ended. */
export const textOf = (flow: Flow): string => {
	if (flow.line !== '') endLine(flow);
	return flow.lines.join('\n');
};
