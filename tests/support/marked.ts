import { codePointLength } from '../../src/lib/domain/text/position.ts';
import { makeRange, type Range } from '../../src/lib/domain/text/range.ts';

const mark = /<(\/?)([a-z][a-z0-9]*)>/g;

/**
 * A text with ranges written in it, which may overlap: `marked('Ik <a>voel me <b>veilig</a> hier</b>.')` gives the
 * text without marks and `ranges.a`, `ranges.b` in code points.
 */
export const marked = (source: string): { text: string; ranges: Readonly<Record<string, Range>> } => {
	const starts = new Map<string, number>();
	const ranges: Record<string, Range> = {};
	let text = '';
	let from = 0;
	for (const match of source.matchAll(mark)) {
		text += source.slice(from, match.index);
		from = match.index + match[0].length;
		const [, closing, name = ''] = match;
		const position = codePointLength(text);
		if (!closing) starts.set(name, position);
		else {
			const start = starts.get(name);
			if (start === undefined) throw new RangeError(`</${name}> without <${name}> in: ${source}`);
			ranges[name] = makeRange(start, position);
			starts.delete(name);
		}
	}
	if (starts.size > 0) throw new RangeError(`<${[...starts.keys()].join('>, <')}> is not closed in: ${source}`);
	return { text: text + source.slice(from), ranges };
};

/** The only range of a text that marks one: `<a>...</a>`. */
export const markedOne = (source: string): { text: string; range: Range } => {
	const { text, ranges } = marked(source);
	const range = ranges.a;
	if (!range) throw new RangeError(`no <a> in: ${source}`);
	return { text, range };
};
