import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readPdf } from '../report/read-pdf.ts';
import { isText, readPdfObjects } from './pdf-objects.ts';
import { allNodes, tagTree } from './pdf-tags.ts';

const program = (process.env['PATH'] ?? '')
	.split(delimiter)
	.map((folder) => join(folder, 'soffice'))
	.find((path) => existsSync(path));

/** Letters of the same measures as those of Word; without them, words stand elsewhere than in Word. */
const hasFonts = () =>
	['Calibri', 'Cambria'].every((family) => {
		const { stdout } = spawnSync('fc-match', ['-f', '%{family}', family], { encoding: 'utf8' });
		return /Calibri|Carlito|Cambria|Caladea/.test(stdout ?? '');
	});

/** Why the tests that open a Word file in LibreOffice are left out; null = it can be opened. */
export const noOffice: string | null = !program
	? 'left out: LibreOffice (soffice) is not installed'
	: hasFonts()
		? null
		: 'left out: LibreOffice has no Carlito and Caladea, which measure as the letters of Word';

/** A Word file as LibreOffice shows it: its pages, and its tags in reading order. */
export type ShownFile = {
	readonly pages: Awaited<ReturnType<typeof readPdf>>['pages'];
	readonly tags: readonly { readonly role: string; readonly isDescribed: boolean }[];
	/** the letters and digits of all words */
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

/** The letters and digits of a text: a line may end between them, and signs may come from other fonts, set apart. */
export const lettersOf = (text: string): string => text.normalize('NFC').replaceAll(/[^\p{L}\p{N}]/gu, '');

const shownFile = async (path: string): Promise<ShownFile> => {
	const bytes = readFileSync(path);
	const { pages } = await readPdf(bytes);
	return {
		pages,
		tags: allNodes(tagTree(readPdfObjects(bytes))).map(({ role, dict }) => {
			const words = dict.get('Alt');
			return { role, isDescribed: isText(words) && words.text !== '' };
		}),
		letters: lettersOf(pages.map(({ text }) => text).join(' '))
	};
};
