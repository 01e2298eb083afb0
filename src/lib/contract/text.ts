import { z } from 'zod';

/** Control characters, which no name needs and some programs choke on; NUL no database can keep. */
const controls = /[\u0000-\u001F\u007F-\u009F\u2028\u2029]/u;
const controlsInParagraphs = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/u;

const problem = (code: string) => ({ params: { problem: code } });

/** A text that was cut through in the middle of a character (a lone surrogate) cannot be stored as it stands. */
const isWhole = (text: string): boolean => text.isWellFormed();

/** A name or another text on one line: trimmed, in one normal form (NFC), not empty, without control characters. */
export const line = (longest = 200) =>
	z
		.string()
		.refine(isWhole, problem('input-half-character'))
		.overwrite((text) => text.normalize('NFC').trim())
		.refine((text) => !controls.test(text), problem('input-control-character'))
		.min(1)
		.max(longest);

/** As `line`, but it may be empty. */
export const emptyLine = (longest = 200) =>
	z
		.string()
		.refine(isWhole, problem('input-half-character'))
		.overwrite((text) => text.normalize('NFC').trim())
		.refine((text) => !controls.test(text), problem('input-control-character'))
		.max(longest);

/** A text of several lines, which may be empty: trimmed, NFC, line ends as LF, no control characters but tab. */
export const paragraph = (longest = 10_000) =>
	z
		.string()
		.refine(isWhole, problem('input-half-character'))
		.overwrite((text) => text.replace(/\r\n?/g, '\n').normalize('NFC').trim())
		.refine((text) => !controlsInParagraphs.test(text), problem('input-control-character'))
		.max(longest);

/** An opaque id, as this program gives them out: lower case, so that one thing has one id. */
export const id = z.uuid().toLowerCase();
