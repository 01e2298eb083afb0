import { ok, type Problem, type Result } from '../domain/problem.ts';
import type { CanonicalText } from '../domain/text/plain-text.ts';
import { decodeEntities } from './html-entities.ts';
import { countLeftOut, warningsOfLeftOut, type LeftOut } from './left-out.ts';

const longestLine = 20_000; // characters in which marks are looked for; a longer line is kept as it is

/**
 * The words of a Markdown text without its marks: headings, emphasis, quotes, links. Lines stay lines, since a transcript
 * often has a speaker on each; what is marked as code stays as it was written.
 */
export const readMarkdown = (text: string): Result<CanonicalText> => {
	const leftOut: LeftOut = {};
	const lines: string[] = [];
	let fence: string | null = null;
	let inComment = false;
	const body = withoutFrontMatter(text, leftOut);
	for (const line of body.split('\n')) {
		const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line.slice(0, 40))?.[1];
		if (fence !== null) {
			if (mark !== undefined && mark.startsWith(fence)) fence = null;
			else lines.push(line);
			continue;
		}
		if (inComment) {
			if (!line.includes('-->')) continue;
			inComment = false;
			lines.push(plainLine(line.slice(line.indexOf('-->') + 3), leftOut));
			continue;
		}
		if (mark !== undefined) {
			fence = mark;
			continue;
		}
		const comment = line.indexOf('<!--');
		if (comment >= 0) {
			countLeftOut(leftOut, 'comments');
			const end = line.indexOf('-->', comment);
			inComment = end < 0;
			lines.push(plainLine(line.slice(0, comment) + (end < 0 ? '' : line.slice(end + 3)), leftOut));
			continue;
		}
		if (/^ {0,3}\[\^[^\]]{1,50}\]:/.test(line.slice(0, 60))) countLeftOut(leftOut, 'footnotes');
		else if (/^ {0,3}\[[^\]]{1,100}\]: {0,9}\S/.test(line.slice(0, 130)))
			continue; // where a link leads
		else if (isRule(line)) lines.push('');
		else lines.push(plainLine(line, leftOut));
	}
	const warnings: readonly Problem[] = warningsOfLeftOut(leftOut);
	return ok({ text: lines.join('\n').normalize('NFC'), warnings });
};

/** Facts about a file between lines of dashes at its start are no speech. */
const withoutFrontMatter = (text: string, leftOut: LeftOut): string => {
	if (!/^---[ \t]*\n/.test(text.slice(0, 20))) return text;
	const end = /\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text.slice(3, 5_000));
	if (!end) return text;
	countLeftOut(leftOut, 'headers');
	return text.slice(3 + end.index + end[0].length);
};

const isRule = (line: string): boolean =>
	/^ {0,3}(?:(?:- ?){3,}|(?:\* ?){3,}|(?:_ ?){3,}|={3,})[ \t]*$/.test(line.slice(0, 200)) && line.length <= 200;

const plainLine = (line: string, leftOut: LeftOut): string => {
	if (line.length > longestLine) return line;
	const inner = line
		.replace(/^(?: {0,3}> ?){1,20}/, '')
		.replace(/^ {0,3}#{1,6}[ \t]+/, '')
		.replace(/^[ \t]{0,20}[-*+][ \t]+(?:\[[ xX]\][ \t]+)?/, '');
	return decodeEntities(
		withoutMarks(inner, leftOut)
			.replaceAll(/\\([!-/:-@[-`{-~])/g, '$1')
			.replace(/ {2,}$|\\$/, '')
	);
};

const withoutMarks = (line: string, leftOut: LeftOut): string =>
	line
		.replaceAll(/!\[([^\]]{0,300})\](?:\([^()]{0,1000}\)|\[[^\]]{0,100}\])/g, () => {
			countLeftOut(leftOut, 'pictures');
			return '';
		})
		.replaceAll(/\[\^[^\]]{1,50}\]/g, '')
		.replaceAll(/\[([^\]]{1,500})\]\([^()]{0,1000}\)/g, '$1')
		.replaceAll(/<(https?:[^<>\s]{1,500}|[^<>\s@]{1,100}@[^<>\s]{1,100})>/g, '$1')
		.replaceAll(/<\/?(?:br|b|i|u|em|strong|span|p|div|sub|sup|mark|small)(?:\s[^<>]{0,300})?\/?>/gi, '')
		.replaceAll(/~~([^~]{1,500})~~/g, () => {
			countLeftOut(leftOut, 'deleted-text');
			return '';
		})
		.replaceAll(/(?<!\\)(\*{1,3})(?=\S)([^*]{1,2000}?\S|\S)\1/g, '$2')
		.replaceAll(/(?<![\p{L}\p{N}\\])(_{1,3})(?=\S)([^_]{1,2000}?\S|\S)\1(?![\p{L}\p{N}])/gu, '$2')
		.replaceAll(/`([^`]{1,1000})`/g, '$1');
