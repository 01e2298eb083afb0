import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { allTags, readPdf, type Tag } from '../report/read-pdf.ts';

const program = (process.env['PATH'] ?? '')
	.split(delimiter)
	.map((folder) => join(folder, 'soffice'))
	.find((path) => existsSync(path));

/** Why the tests that open a Word file in LibreOffice are left out; null = it is installed. */
export const noOffice: string | null = program ? null : 'left out: LibreOffice (soffice) is not installed';

/** A Word file as LibreOffice shows it: its pages, and its tags in reading order. */
export type ShownFile = {
	readonly pages: Awaited<ReturnType<typeof readPdf>>['pages'];
	readonly tags: readonly Tag[];
	/** all words, without the spaces and the hyphens at the end of a line */
	readonly letters: string;
};

const asPdf = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}';
const mostWait = 120_000; // ms

/** Opens Word files in LibreOffice, all in one start of it. `OFFICE_PAGES=folder` keeps the pages, to look at them. */
export const showInOffice = async <Name extends string>(
	files: Readonly<Record<Name, Uint8Array>>
): Promise<Readonly<Record<Name, ShownFile>>> => {
	if (!program) throw new Error('LibreOffice is not installed');
	const folder = mkdtempSync(join(tmpdir(), 'wijkstem-office-'));
	const kept = process.env['OFFICE_PAGES'] ?? folder;
	try {
		const names = Object.keys(files) as Name[];
		const paths = names.map((name) => join(folder, `${name}.docx`));
		for (const [at, name] of names.entries()) writeFileSync(paths[at] ?? '', files[name]);
		const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
		const words = [profile, '--headless', '--convert-to', asPdf, '--outdir', kept, ...paths];
		const { status, stderr } = spawnSync(program, words, { encoding: 'utf8', timeout: mostWait });
		if (status !== 0) throw new Error(`soffice ended with ${status}: ${stderr}`);
		const shown = names.map(async (name) => [name, await shownFile(join(kept, `${name}.pdf`))] as const);
		return Object.fromEntries(await Promise.all(shown)) as Record<Name, ShownFile>;
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
};

/** A text without what a line end may change. */
export const lettersOf = (text: string): string => text.normalize('NFC').replaceAll(/[\s\u00AD\u2010-]/g, '');

const shownFile = async (path: string): Promise<ShownFile> => {
	const { pages } = await readPdf(readFileSync(path));
	return {
		pages,
		tags: allTags(pages.flatMap(({ tags }) => tags)),
		letters: lettersOf(pages.map(({ text }) => text).join(' '))
	};
};
