import { inflateSync } from 'node:zlib';

/** A name such as /Lang, a reference to an object, a string, a command of a page. */
export type Name = { readonly name: string };
export type Ref = { readonly ref: number };
export type Text = { readonly text: string };
export type Operator = { readonly operator: string };
export type Dict = ReadonlyMap<string, Value>;
export type Stream = { readonly dict: Dict; readonly data: Buffer };
export type Value = null | boolean | number | Name | Ref | Text | Operator | readonly Value[] | Dict | Stream;

/** The objects of a PDF file by the standard (ISO 32000-1, 7.3), without any code of a maker or a reader of PDF. */
export type PdfObjects = {
	readonly catalog: Dict;
	/** the value, or the object that it refers to */
	readonly follow: (value: Value | undefined) => Value;
	readonly dictOf: (value: Value | undefined) => Dict;
	readonly listOf: (value: Value | undefined) => readonly Value[];
	/** what is in a stream, unpacked */
	readonly bytesOf: (value: Value | undefined) => Buffer;
};

export const isDict = (value: Value | undefined): value is Dict => value instanceof Map;
const isObject = (value: Value | undefined): value is Exclude<Value, null | boolean | number> =>
	typeof value === 'object' && value !== null;
export const isStream = (value: Value | undefined): value is Stream => isObject(value) && 'data' in value;
export const isRef = (value: Value | undefined): value is Ref => isObject(value) && 'ref' in value;
export const isText = (value: Value | undefined): value is Text => isObject(value) && 'text' in value;
export const isOperator = (value: Value | undefined): value is Operator => isObject(value) && 'operator' in value;
export const nameOf = (value: Value | undefined): string => (isObject(value) && 'name' in value ? value.name : '');

/** Reads a file that has a plain table of its objects, as the press makes it. */
export const readPdfObjects = (bytes: Uint8Array): PdfObjects => {
	const file = Buffer.from(bytes);
	const text = file.toString('latin1');
	const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1] ?? NaN);
	const [head = '', size = '0'] = /^xref\s+0 (\d+)\s+/.exec(text.slice(table, table + 40)) ?? [];
	if (head === '') throw new RangeError('a file without a plain table of objects');
	const placeOf = (id: number) => Number(text.slice(table + head.length + id * 20, table + head.length + id * 20 + 10));
	const known = new Map<number, Value>();
	const follow = (value: Value | undefined): Value => {
		if (!isRef(value)) return value ?? null;
		if (!known.has(value.ref)) known.set(value.ref, objectAt(file, text, placeOf(value.ref), follow));
		return follow(known.get(value.ref));
	};
	const dictOf = (value: Value | undefined): Dict => {
		const found = follow(value);
		return isDict(found) ? found : isStream(found) ? found.dict : new Map();
	};
	const trailer = parser(text, text.indexOf('trailer', table + Number(size) * 20) + 'trailer'.length).next();
	return {
		catalog: dictOf(dictOf(trailer).get('Root')),
		follow,
		dictOf,
		listOf: (value) => {
			const found = follow(value);
			return Array.isArray(found) ? (found as readonly Value[]) : found === null ? [] : [found];
		},
		bytesOf: (value) => {
			const found = follow(value);
			if (!isStream(found)) throw new RangeError('no stream');
			return nameOf(found.dict.get('Filter')) === 'FlateDecode' ? inflateSync(found.data) : found.data;
		}
	};
};

/** The values and commands of a page, in their order. */
export const readContent = (content: Buffer): readonly Value[] => {
	const { next } = parser(content.toString('latin1'), 0);
	const values: Value[] = [];
	for (let value = next(); value !== undefined; value = next()) values.push(value);
	return values;
};

const objectAt = (file: Buffer, text: string, place: number, follow: (value: Value | undefined) => Value): Value => {
	const { next, at } = parser(text, text.indexOf('obj', place) + 3);
	const value = next() ?? null;
	if (!isDict(value)) return value;
	const begin = /^\s*stream\r?\n/.exec(text.slice(at(), at() + 20));
	if (!begin) return value;
	const from = at() + begin[0].length;
	return { dict: value, data: file.subarray(from, from + Number(follow(value.get('Length')))) };
};

const closing = { operator: ']' };
const closingDict = { operator: '>>' };
const token =
	/(?:\s|%[^\r\n]*)*(?:(?<ref>\d+ 0 R\b)|(?<number>[+-]?(?:\d+\.?\d*|\.\d+))|\/(?<name>[^\s()<>[\]{}/%]*)|(?<open><<|\[)|(?<close>>>|\])|<(?<hex>[\da-fA-F\s]*)>|(?<round>\()|(?<word>[^\s()<>[\]{}/%]+))/y;

const parser = (text: string, from: number) => {
	let place = from;
	const next = (): Value | undefined => {
		token.lastIndex = place;
		const found = token.exec(text)?.groups;
		if (!found) return undefined;
		place = token.lastIndex;
		const { ref, number, name, open, close, hex, round, word = '' } = found;
		if (ref !== undefined) return { ref: Number.parseInt(ref, 10) };
		if (number !== undefined) return Number(number);
		if (name !== undefined) return { name: name.replaceAll(/#([\da-f]{2})/gi, (_, code: string) => sign(code)) };
		if (open !== undefined) return open === '[' ? listUntil(closing) : dictUntil();
		if (close !== undefined) return close === ']' ? closing : closingDict;
		if (hex !== undefined) return { text: hex.replaceAll(/\s/g, '').replaceAll(/[\da-f]{2}/gi, sign) };
		if (round !== undefined) return { text: roundText() };
		return word === 'null' ? null : word === 'true' ? true : word === 'false' ? false : { operator: word };
	};
	const listUntil = (end: Operator): readonly Value[] => {
		const list: Value[] = [];
		for (let value = next(); value !== end && value !== undefined; value = next()) list.push(value);
		return list;
	};
	const dictUntil = (): Dict => {
		const list = listUntil(closingDict);
		return new Map(list.flatMap((key, at) => (at % 2 === 0 ? [[nameOf(key), list[at + 1] ?? null] as const] : [])));
	};
	const roundText = (): string => {
		let [depth, said] = [1, ''];
		while (place < text.length) {
			const letter = text[place] ?? '';
			place += 1;
			if (letter === '\\') {
				const [code = ''] = /^(?:[0-7]{1,3}|\r\n|[^])/.exec(text.slice(place, place + 3)) ?? [];
				place += code.length;
				said += escapes[code] ?? (/^[0-7]/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : code.trim());
				continue;
			}
			depth += letter === '(' ? 1 : letter === ')' ? -1 : 0;
			if (depth === 0) return said;
			said += letter;
		}
		return said;
	};
	return { next, at: () => place };
};

const sign = (hex: string): string => String.fromCharCode(Number.parseInt(hex, 16));
const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
