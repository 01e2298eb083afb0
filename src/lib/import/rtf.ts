import { fail, ok, type Problem, type Result } from '../domain/problem.ts';
import { canonicalText, type CanonicalText } from '../domain/text/plain-text.ts';
import { decodePage } from './code-pages.ts';
import { largestTextBytes, mostLines } from './decode-text.ts';
import { countLeftOut, warningsOfLeftOut, type LeftOut } from './left-out.ts';
import { rtfTokens } from './rtf-tokens.ts';
import { rtfCharacters, rtfCharsets, rtfInside, rtfOutside } from './rtf-words.ts';

/** What holds inside a group and ends with it. */
type Group = {
	/** nothing in this group is text */
	readonly isOutside: boolean;
	/** what its first word made of it */
	readonly destination: string;
	readonly isHidden: boolean;
	readonly isDeleted: boolean;
	readonly font: number;
	/** characters of fallback after each `\u` */
	readonly fallback: number;
};

const symbols: Readonly<Record<string, string>> = {
	'~': '\u00A0',
	'-': '\u00AD',
	_: '\u2011',
	'\t': '\t',
	'\\': '\\',
	'{': '{',
	'}': '}'
};

const deepest = 5_000; // groups within groups; Word itself stops at some hundreds
const westEuropean = 1252;

/** Whether bytes begin as RTF does. */
export const isRtf = (bytes: Uint8Array): boolean => latin(bytes.subarray(0, 5)) === '{\\rtf';

/**
 * The text of an RTF file as it would print: a paragraph is a line, the cells of a table row stand on one line with tabs
 * between them. Letters are read in the code page of their font; objects, pictures and field codes never enter.
 */
export const readRtf = (bytes: Uint8Array): Result<CanonicalText> => {
	const leftOut: LeftOut = {};
	const warnings: Problem[] = [];
	const fontPages = new Map<number, number>();
	const outer: Group[] = [];
	let group: Group = {
		isOutside: false,
		destination: '',
		isHidden: false,
		isDeleted: false,
		font: -1,
		fallback: 1
	};
	let page = westEuropean;
	let defaultFont = -1;
	let unknownPage = 0;
	let isFirst = false; // the next word is the first of its group
	let isOptional = false; // after `\*`: a group that readers may skip when they do not know it
	let passing = 0; // characters of fallback still to pass over
	let pending: number[] = []; // bytes of one code page, told apart only together
	let text = '';
	let lines = 0;
	let inRow = false;
	let inTable = false;
	let tooDeep = false;
	let wasDeleted = false;
	let wasHidden = false;

	const pageOf = (): number => {
		const own = fontPages.get(group.font === -1 ? defaultFont : group.font) ?? 0;
		return own === 0 ? page : own;
	};
	const flush = () => {
		if (pending.length === 0) return;
		const whole = Uint8Array.from(pending);
		pending = [];
		const decoded = decodePage(whole, pageOf());
		if (decoded === null) unknownPage = pageOf();
		put(decoded ?? decodePage(whole, westEuropean) ?? '');
	};
	const put = (piece: string) => {
		if (group.isOutside || piece === '') return;
		if (group.isDeleted) wasDeleted = true;
		else if (group.isHidden) wasHidden ||= piece.trim() !== '';
		else text += piece;
	};
	/** A passage that was left out is counted when it ends. */
	const endPassage = () => {
		if (wasDeleted) countLeftOut(leftOut, 'deleted-text');
		if (wasHidden) countLeftOut(leftOut, 'hidden-text');
		wasDeleted = wasHidden = false;
	};
	const newLine = () => {
		if (group.isOutside || group.isDeleted || group.isHidden) return;
		text += '\n';
		lines += 1;
	};
	/** Whether the shape in whose text we are stands in something that is left out. */
	const isShapeOutside = (): boolean => {
		const shape = outer.findLastIndex(({ destination }) => destination === 'shpinst');
		return shape < 1 || (outer[shape - 1]?.isOutside ?? true);
	};
	const begin = (word: string): boolean => {
		const kind = rtfOutside.get(word);
		const isUnknown = isOptional && !rtfInside.has(word) && word !== 'shptxt';
		if (word === 'shptxt') group = { ...group, isOutside: isShapeOutside(), destination: word };
		else if (word === 'ud') group = { ...group, isOutside: outer.at(-2)?.isOutside ?? false, destination: word };
		else if (kind !== undefined || isUnknown) {
			if (kind && !group.isOutside) countLeftOut(leftOut, kind);
			group = { ...group, isOutside: true, destination: word };
		} else if (word === 'upr' || word === 'shpinst') group = { ...group, isOutside: true, destination: word };
		else return false;
		return true;
	};
	const command = (word: string, value: number | null) => {
		const character = rtfCharacters.get(word);
		if (character !== undefined) return put(character);
		switch (word) {
			case 'par':
			case 'sect':
			case 'page':
			case 'line':
				return newLine();
			case 'cell':
			case 'nestcell':
				inRow = true;
				return put('\t');
			case 'row':
			case 'nestrow':
				if (group.isOutside) return;
				if (inRow && text.endsWith('\t')) text = text.slice(0, -1);
				inRow = false;
				return newLine();
			case 'trowd':
				if (!group.isOutside && !inTable) {
					inTable = true;
					countLeftOut(leftOut, 'tables');
				}
				return;
			case 'pard':
				inTable &&= inRow;
				return;
			case 'intbl':
				inTable = true;
				return;
			case 'u':
				if (value !== null) put(String.fromCharCode(value & 0xffff));
				passing = group.fallback;
				return;
			case 'uc':
				group = { ...group, fallback: Math.min(20, Math.max(0, value ?? 1)) };
				return;
			case 'ansicpg':
				page = value || page;
				return;
			case 'mac':
				page = 10000;
				return;
			case 'pc':
				page = 437;
				return;
			case 'pca':
				page = 850;
				return;
			case 'deff':
				defaultFont = value ?? defaultFont;
				return;
			case 'f':
				group = { ...group, font: value ?? -1 };
				return;
			case 'fcharset':
				if (group.font >= 0) fontPages.set(group.font, rtfCharsets.get(value ?? 0) ?? 0);
				return;
			case 'cpg':
				if (group.font >= 0 && value !== null) fontPages.set(group.font, value);
				return;
			case 'plain':
				group = { ...group, isHidden: false, isDeleted: false, font: -1 };
				return endPassage();
			case 'v':
				group = { ...group, isHidden: value !== 0 };
				return value === 0 ? endPassage() : undefined;
			case 'deleted':
				group = { ...group, isDeleted: value !== 0 };
				return value === 0 ? endPassage() : undefined;
		}
	};

	for (const token of rtfTokens(bytes)) {
		if (token.kind !== 'byte' && token.kind !== 'text') flush();
		switch (token.kind) {
			case 'open':
				passing = 0;
				if (outer.length >= deepest) tooDeep = true;
				outer.push(group);
				isFirst = true;
				isOptional = false;
				break;
			case 'close': {
				passing = 0;
				const closed = group;
				group = outer.pop() ?? group;
				if ((closed.isHidden && !group.isHidden) || (closed.isDeleted && !group.isDeleted)) endPassage();
				if (closed.destination === 'shptxt' && !text.endsWith('\n')) text += '\n';
				isFirst = false;
				break;
			}
			case 'symbol':
				if (token.symbol === '*') {
					isOptional = isFirst;
					break;
				}
				isFirst = false;
				if (passing > 0) passing -= 1;
				else if (token.symbol === '\n' || token.symbol === '\r') newLine();
				else put(symbols[token.symbol] ?? '');
				break;
			case 'word': {
				const begins = (isFirst || isOptional) && begin(token.word);
				isFirst = isOptional = false;
				if (passing > 0 && rtfCharacters.has(token.word)) passing -= 1;
				else if (!begins) command(token.word, token.value);
				break;
			}
			case 'byte':
				isFirst = false;
				if (passing > 0) passing -= 1;
				else if (!group.isOutside) pending.push(token.byte);
				break;
			case 'text': {
				isFirst = false;
				const start = Math.min(passing, token.bytes.length);
				passing -= start;
				if (!group.isOutside) for (const byte of token.bytes.subarray(start)) pending.push(byte);
				break;
			}
		}
		if (tooDeep) return fail('zip-unsafe', { reason: 'depth' });
		if (text.length > largestTextBytes) return fail('zip-too-large', { limit: largestTextBytes / 1_000_000 });
		if (lines > mostLines) return fail('text-too-many-lines', { limit: mostLines });
	}
	flush();
	endPassage();
	if (outer.length > 0) warnings.push({ code: 'rtf-cut-off' });
	if (unknownPage > 0) warnings.push({ code: 'text-encoding-guessed', params: { encoding: 'Windows-1252' } });
	const canonical = canonicalText(text.replace(/\n+$/, ''));
	if (!canonical.ok) return canonical;
	return ok({
		text: canonical.value.text,
		warnings: [...warnings, ...warningsOfLeftOut(leftOut), ...canonical.value.warnings]
	});
};

const latin = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
