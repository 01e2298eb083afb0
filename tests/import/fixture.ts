import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { zipSync } from 'fflate';
import { positionMap } from '#lib/domain/text/position.ts';
import type { Result } from '#lib/domain/problem.ts';
import type { TranscriptDraft, UploadedFile } from '#lib/import/source-draft.ts';

/** A file of tests/fixtures, as a person would upload it. */
export const fixture = (path: string): UploadedFile => read(`../fixtures/${path}`);

/** A file of the demo project. */
export const demo = (path: string): UploadedFile => read(`../../static/demo/${path}`);

const read = (path: string): UploadedFile => ({
	name: basename(path),
	bytes: new Uint8Array(readFileSync(new URL(path, import.meta.url)))
});

/** A text file as UTF-8. */
export const textFile = (name: string, text: string): UploadedFile => ({ name, bytes: utf8(text) });

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The value of a result that must have succeeded. */
export const valueOf = <T>(result: Result<T>): T => {
	if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.problems)}`);
	return result.value;
};

/** The codes of the problems of a result; empty when it succeeded. */
export const codesOf = (result: Result<unknown>): readonly string[] =>
	result.ok ? [] : result.problems.map(({ code }) => code);

/** Speaker and words of every turn. */
export const spoken = ({ text, turns }: TranscriptDraft): readonly (readonly [string | null, string])[] => {
	const map = positionMap(text);
	return turns.map(({ speaker, start, end }) => [speaker, map.slice(start, end)] as const);
};

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** A Word file around the inside of its `w:body`, with more parts when given. */
export const docxFile = (body: string, parts: Readonly<Record<string, string>> = {}): UploadedFile => ({
	name: 'gesprek.docx',
	bytes: zipSync({
		'[Content_Types].xml': utf8('<Types/>'),
		'word/document.xml': utf8(
			`<w:document xmlns:w="${word}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>${body}</w:body></w:document>`
		),
		...Object.fromEntries(Object.entries(parts).map(([name, content]) => [name, utf8(content)]))
	})
});

/** A Word paragraph of one run. */
export const paragraph = (text: string, properties = ''): string =>
	`<w:p><w:r>${properties}<w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
