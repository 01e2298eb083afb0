import { fail, ok, type Problem, type Result } from '../domain/problem.ts';
import { canonicalText, type CanonicalText } from '../domain/text/plain-text.ts';
import type { TextEncoding } from '../domain/source/file-reading.ts';
import { decodeText, type DecodedText } from './decode-text.ts';
import { decodeEntities } from './html-entities.ts';
import { hiddenSelectors, hides } from './html-hidden.ts';
import { htmlTokens } from './html-tokens.ts';
import { countLeftOut, warningsOfLeftOut, type LeftOut, type LeftOutKind } from './left-out.ts';
import { closeCell, closeRow, endLine, newFlow, openCell, openRow, textOf } from './text-flow.ts';
import { RefusedPart } from './xml-part.ts';

/** Whether a text begins as an HTML page, perhaps after comments or the declaration of XML. */
export const startsWithHtml = (text: string): boolean =>
	/^\s{0,1000}(?:<\?xml[^>]{0,200}>\s{0,100})?(?:<!--(?:(?!-->)[\s\S]){0,2000}-->\s{0,100}){0,5}<(?:!doctype\s{1,10}html|html|head|body)[\s>]/i.test(
		text.slice(0, 10_000)
	);

/** Elements that are no part of the text, and as what they are told; null = they are not worth telling. */
const outside: ReadonlyMap<string, LeftOutKind | null> = new Map([
	['head', null],
	['script', 'scripts'],
	['style', null],
	['title', null],
	['noscript', null],
	['template', null],
	['datalist', null],
	['select', 'fields'],
	['textarea', 'fields'],
	['button', 'fields'],
	['iframe', 'objects'],
	['object', 'objects'],
	['applet', 'objects'],
	['frameset', 'objects'],
	['noembed', null],
	['noframes', null],
	['xmp', null],
	['svg', 'pictures'],
	['canvas', 'pictures'],
	['video', 'objects'],
	['audio', 'objects'],
	['del', 'deleted-text'],
	['rt', null],
	['rp', null]
]);
const single: ReadonlyMap<string, LeftOutKind | null> = new Map([
	['img', 'pictures'],
	['input', 'fields'],
	['embed', 'objects'],
	...'area base br col hr link meta source track wbr param'
		.split(' ')
		.map((name): readonly [string, null] => [name, null])
]);
const blocks = new Set(
	'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
		' '
	)
);
/** An element that ends when one of these begins right inside it. */
const endedBy: ReadonlyMap<string, ReadonlySet<string>> = new Map([
	['p', blocks],
	['li', new Set(['li'])],
	['dt', new Set(['dt', 'dd'])],
	['dd', new Set(['dt', 'dd'])],
	['td', new Set(['td', 'th', 'tr', 'tbody', 'tfoot'])],
	['th', new Set(['td', 'th', 'tr', 'tbody', 'tfoot'])],
	['tr', new Set(['tr', 'tbody', 'tfoot'])],
	['head', new Set(['body'])]
]);
const deepest = 20_000;

/**
 * The text of the body of an HTML page as it is shown: a block is a line, the cells of a table row stand on one line with
 * tabs between them. Nothing is run or fetched; what a page hides by itself (attribute, style) never enters.
 */
export const readHtml = (html: string): Result<CanonicalText> => {
	const leftOut: LeftOut = {};
	try {
		const text = gather(html, leftOut);
		const canonical = canonicalText(text);
		if (!canonical.ok) return canonical;
		const warnings: readonly Problem[] = [...warningsOfLeftOut(leftOut), ...canonical.value.warnings];
		return ok({ text: canonical.value.text, warnings });
	} catch (cause) {
		if (cause instanceof RefusedPart) return cause.refusal;
		throw cause;
	}
};

/** The elements that are open, with how often each name is, so that a stray end costs nothing. */
const newStack = () => {
	const open: string[] = [];
	const counts = new Map<string, number>();
	return {
		names: open,
		has: (name: string) => (counts.get(name) ?? 0) > 0,
		push: (name: string) => {
			if (open.length >= deepest) throw new RefusedPart(fail('zip-unsafe', { reason: 'depth' }));
			open.push(name);
			counts.set(name, (counts.get(name) ?? 0) + 1);
		},
		pop: () => {
			const name = open.pop() ?? '';
			counts.set(name, (counts.get(name) ?? 1) - 1);
			return name;
		}
	};
};

const gather = (html: string, leftOut: LeftOut): string => {
	const hidden = hiddenSelectors(html);
	const flow = newFlow();
	const stack = newStack();
	let outsideAt = -1; // depth of the element that is left out, or -1
	let last = '\n'; // the last character of the line; a line end when it is empty

	const add = (piece: string) => {
		flow.line += piece;
		last = piece.at(-1) ?? last;
	};
	const endBlock = () => {
		if (flow.line === '') return;
		flow.line = flow.line.trimEnd();
		if (flow.line !== '') endLine(flow);
		last = '\n';
	};
	const closeTop = () => {
		const name = stack.pop();
		if (outsideAt >= 0) {
			if (stack.names.length <= outsideAt) outsideAt = -1;
			return;
		}
		if (blocks.has(name)) endBlock();
		if (name === 'td' || name === 'th') closeCell(flow);
		if (name === 'tr') closeRow(flow);
	};
	const begin = (name: string, attributes: ReadonlyMap<string, string>) => {
		stack.push(name);
		if (outsideAt >= 0) return;
		const left = outside.get(name);
		if (left !== undefined || hides(hidden, name, attributes)) {
			outsideAt = stack.names.length - 1;
			const told = left === undefined ? 'hidden-text' : left;
			if (told !== null) countLeftOut(leftOut, told);
			return;
		}
		if (blocks.has(name)) endBlock();
		if (name === 'table') countLeftOut(leftOut, 'tables');
		if (name === 'tr') openRow(flow);
		if (name === 'td' || name === 'th') openCell(flow);
	};
	const beginSingle = (name: string, kind: LeftOutKind | null, attributes: ReadonlyMap<string, string>) => {
		if (outsideAt >= 0) return;
		if (kind !== null && attributes.get('type')?.toLowerCase() !== 'hidden') countLeftOut(leftOut, kind);
		if (name === 'br' && flow.line !== '') add('\n');
		if (name === 'hr') endBlock();
	};
	const addText = (written: string) => {
		const decoded = decodeEntities(written);
		if (stack.has('pre')) return add(decoded);
		const words = decoded.replaceAll(/[ \t\r\n\f]+/g, ' ');
		add(/[ \n]/.test(last) && words.startsWith(' ') ? words.slice(1) : words);
	};

	for (const token of htmlTokens(html)) {
		if (token.kind === 'text' && outsideAt < 0) addText(token.text);
		else if (token.kind === 'open') {
			const { name, attributes } = token;
			for (let top = stack.names.at(-1); top !== undefined && endedBy.get(top)?.has(name); top = stack.names.at(-1))
				closeTop();
			const kind = single.get(name);
			if (kind === undefined) begin(name, attributes);
			else beginSingle(name, kind, attributes);
		} else if (token.kind === 'close') {
			while (stack.has(token.name)) {
				const isLast = stack.names.at(-1) === token.name;
				closeTop();
				if (isLast) break;
			}
		}
	}
	endBlock();
	return textOf(flow);
};

/** The character set that a page names for itself; a page that says nothing is read as any text. */
export const decodeHtml = (bytes: Uint8Array, asked: 'auto' | TextEncoding = 'auto'): Result<DecodedText> => {
	const head = String.fromCharCode(...bytes.subarray(0, 2048));
	const declared = /<meta[^>]{1,200}charset\s{0,5}=\s{0,5}["']?\s{0,5}([\w-]{2,30})/i.exec(head)?.[1];
	return decodeText(bytes, asked, declared);
};
