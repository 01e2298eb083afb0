import { readdirSync, readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { identifierKinds, type IdentifierKind } from '../../src/lib/domain/source/identifier.ts';
import { codePointLength } from '../../src/lib/domain/text/position.ts';
import type { Range } from '../../src/lib/domain/text/range.ts';
import { readSource } from '../../src/lib/import/read-source.ts';

/** Words of which a person said that they identify somebody. */
export type Mark = Range & {
	readonly kind: IdentifierKind;
	/** of the demo: the same for one person */ readonly placeholder?: string;
};

/** A text with all identifiers that a person marked in it. */
export type MarkedText = {
	readonly name: string;
	readonly text: string;
	readonly turns: readonly Range[];
	readonly marks: readonly Mark[];
};

/** The kinds of `pseudonyms.csv`, as the program calls them. */
const kindsOfDemo: Readonly<Record<string, IdentifierKind>> = {
	NAAM: 'name',
	ADRES: 'address',
	POSTCODE: 'postcode',
	TELEFOON: 'phone',
	'E-MAIL': 'email',
	BSN: 'bsn',
	REKENING: 'iban',
	KENTEKEN: 'plate',
	DATUM: 'date',
	ORGANISATIE: 'organisation'
};

const demo = 'static/demo';
const unseen = 'tests/fixtures/privacy/unseen';
const handelingen = 'tests/fixtures/transcripts/derived-nl/nl-a-I-R1.utf8.txt';
const handelingenNames = 'tests/fixtures/privacy/handelingen-names.csv';

/** The demo's interviews, with what `pseudonyms.csv` says of each. */
export const demoTexts = (): readonly MarkedText[] => {
	const rows = rowsOf(`${demo}/pseudonyms.csv`);
	return readdirSync(`${demo}/interviews`).map((name) => {
		const source = sourceOf(name, readFileSync(`${demo}/interviews/${name}`));
		const marks = rows
			.filter(({ file }) => file === name)
			.map(({ original = '', occurrence, kind = '', placeholder = '' }) => ({
				placeholder,
				...occurrenceOf(source.text, original, Number(occurrence)),
				kind: kindOf(kindsOfDemo[kind] ?? kind)
			}));
		return { name, ...source, marks };
	});
};

/** The texts that were written and marked before the rules were. */
export const unseenTexts = (): readonly MarkedText[] =>
	readdirSync(unseen).map((name) => {
		const { text, marks } = readMarks(readFileSync(`${unseen}/${name}`, 'utf8').normalize('NFC'));
		const source = sourceOf(name, new TextEncoder().encode(text));
		if (source.text !== text) throw new Error(`${name} is not in canonical form, so that its marks would shift`);
		return { name, ...source, marks };
	});

/** Speech of others: one text of the Handelingen in which every name of a person was marked by hand, and nothing else. */
export const handelingenTexts = (): readonly MarkedText[] => {
	const source = sourceOf('handelingen.txt', readFileSync(handelingen));
	const marks = rowsOf(handelingenNames).flatMap(({ name = '' }) =>
		everyPlace(source.text, name).map((range): Mark => ({ ...range, kind: 'name' }))
	);
	return [{ name: 'nl-a', ...source, marks }];
};

/** A text with marks in it, `{name:Fatima}`, and the same without. */
export const readMarks = (marked: string): { readonly text: string; readonly marks: readonly Mark[] } => {
	const marks: Mark[] = [];
	let text = '';
	let from = 0;
	for (const { 0: whole, 1: kind = '', 2: words = '', index } of marked.matchAll(/\{([a-z]+):([^{}]+)\}/gu)) {
		text += marked.slice(from, index);
		const start = codePointLength(text);
		text += words;
		marks.push({ start, end: codePointLength(text), kind: kindOf(kind) });
		from = index + whole.length;
	}
	return { text: text + marked.slice(from), marks };
};

const rowsOf = (path: string): readonly Readonly<Record<string, string>>[] =>
	Papa.parse<Record<string, string>>(readFileSync(path, 'utf8').trim(), { header: true }).data;

const kindOf = (word: string): IdentifierKind => {
	const kind = identifierKinds.find((one) => one === word);
	if (!kind) throw new Error(`no kind of identifier: ${word}`);
	return kind;
};

const sourceOf = (name: string, bytes: Uint8Array) => {
	const draft = readSource({ name, bytes });
	if (!draft.ok) throw new Error(`${name} cannot be read: ${draft.problems[0]?.code}`);
	return { text: draft.value.text, turns: draft.value.turns };
};

const everyPlace = (text: string, words: string): readonly Range[] => {
	const places: Range[] = [];
	for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + words.length)) {
		const start = codePointLength(text.slice(0, at));
		places.push({ start, end: start + codePointLength(words) });
	}
	return places;
};

const occurrenceOf = (text: string, words: string, occurrence: number): Range => {
	const place = everyPlace(text, words)[occurrence - 1];
	if (!place) throw new Error(`“${words}” does not stand ${occurrence} times in its file`);
	return place;
};
