import type { SpeakerReading } from '../domain/source/file-reading.ts';
import { parseTime } from './subtitle-time.ts';

/** What stands before the words of a line: a speaker's label, a time, or both. */
export type Head = {
	readonly label: string | null;
	readonly startMs: number | null;
	/** where the words begin, in UTF-16 units from the start of the line */
	readonly wordsAt: number;
	/** where they would begin if the label turned out to be no label: after the time, or 0 */
	readonly wordsAfterTime: number;
	/** label or time stand alone on their line; the words follow below */
	readonly ownLine: boolean;
	/** only a well-known label may be written so, e.g. `I:Hallo` without a space */
	readonly onlyIfKnown: boolean;
};

/*
 * Only the first characters of a line are looked at, so reading heads takes time in proportion to the number of lines,
 * whatever stands on them.
 */
const longestHead = 120;

const clock = String.raw`(?:\d{1,2}:)?\d{1,3}:\d{2}(?:[.,]\d{1,3})?`;
const until = String.raw`(?: ?(?:-->|–|-|tot|to) ?${clock})?`; // [00:12:34 - 00:12:40]
const time = String.raw`(?:\[|\(|#)?(?<time>${clock})(?:-\d)?${until}(?:\]|\)|#)?`;
const bracketedTime = String.raw`(?:\[|\(|#)(?<time>${clock})(?:-\d)?${until}(?:\]|\)|#)`;
const name = String.raw`(?<name>\p{L}[\p{L}\p{M}\p{N} .'’_/&+-]{0,38}(?: ?\([^()]{1,30}\))?)`;
/** a surname first, as in address books: "Vries, Jan de" */
const listedName = String.raw`(?<name>\p{L}[\p{L}\p{M}\p{N} .,'’_/&+-]{0,48}(?: ?\([^()]{1,30}\))?)`;
const timeBefore = `(?:(?<before>${time})[ \\t]+(?:[-–][ \\t]+)?)?`;
const pattern = (source: string) => new RegExp(`^[ \\t]{0,20}${source}`, 'u');

type Style = {
	readonly pattern: RegExp;
	readonly ownLine?: boolean;
	readonly onlyIfKnown?: boolean;
	readonly needsDigit?: boolean;
};

/** Ways of writing a label, the most certain first. */
const styles: readonly Style[] = [
	// [00:12:34] Spreker 1   |   [00:12:34] - Spreker 1
	{ pattern: pattern(`(?<before>${time})[ \\t]+(?:[-–][ \\t]+)?${listedName}:?[ \\t]*$`), ownLine: true },
	// Speaker 1  0:27   |   Naam (00:12:34)   |   Vries, Jan de   0:27
	{ pattern: pattern(`(?:\\*\\*|__)?${listedName}(?:\\*\\*|__)?[ \\t]+${time}:?[ \\t]*$`), ownLine: true },
	// S01: [00:12:34] words
	{ pattern: pattern(`${name}[ \\t]?:[ \\t]+${bracketedTime}(?:[ \\t]+|$)`) },
	// **Interviewer:** words   |   **I**: words   |   [Spreker 1]: words   |   Spreker 1 [00:12:34]: words
	{
		pattern: pattern(
			`${timeBefore}(?:\\*{1,3}|_{1,3}|\\[)?${name}\\]?(?:[ \\t]+${bracketedTime})?[ \\t]?(?:\\*{1,3}|_{1,3})?:(?:\\*{1,3}|_{1,3})?(?:[ \\t]+|$)`.replace(
				'(?<time>',
				'(?<first>'
			)
		)
	},
	// **I**<tab>words   |   I<tab>words   |   **I** words
	{ pattern: pattern(`${timeBefore}(?:\\*\\*|__)?${name}(?:\\*\\*|__)?\\t+`) },
	{ pattern: pattern(`${timeBefore}(?:\\*\\*|__)${name}(?:\\*\\*|__)[ \\t]+`) },
	// [id1] words
	{ pattern: pattern(`\\[${name}\\][ \\t]+`), needsDigit: true },
	// I:words
	{ pattern: pattern(`${timeBefore}${name}:(?=[^\\s/\\d])`), onlyIfKnown: true }
];

const timeAlone = [pattern(`${bracketedTime}[ \\t]*`), pattern(`${time}[ \\t]*$`)];

/** Reads the head of a line of a transcript; null when the line begins with words. */
export const readHead = (line: string): Head | null => {
	const start = line.slice(0, longestHead);
	const wholeLine = line.length <= longestHead;
	const timeOnly = readTime(start, wholeLine);
	for (const style of styles) {
		if (style.ownLine && !wholeLine) continue;
		const match = style.pattern.exec(start);
		const label = match?.groups?.['name']?.replaceAll(/\s+/g, ' ').trim();
		if (!match || label === undefined || label === '') continue;
		if (style.needsDigit && !/\d/.test(label)) continue;
		const written = match.groups?.['time'] ?? match.groups?.['first'];
		return {
			label,
			startMs: written === undefined ? null : parseTime(written),
			wordsAt: match[0].length,
			wordsAfterTime: timeOnly?.wordsAt ?? 0,
			ownLine: match[0].length === line.length,
			onlyIfKnown: style.onlyIfKnown ?? false
		};
	}
	return timeOnly;
};

const readTime = (start: string, wholeLine: boolean): Head | null => {
	for (const [index, alone] of timeAlone.entries()) {
		if (index === 1 && !wholeLine) continue;
		const match = alone.exec(start);
		const startMs = parseTime(match?.groups?.['time'] ?? '');
		if (!match || startMs === null) continue;
		const wordsAt = match[0].length;
		const ownLine = wholeLine && wordsAt === start.length;
		return { label: null, startMs, wordsAt, wordsAfterTime: wordsAt, ownLine, onlyIfKnown: false };
	}
	return null;
};

/** Under which labels are one: "interviewer" and "Interviewer" speak with one voice. */
export const labelKey = (label: string): string => label.toLowerCase();

const roleWords =
	/^(?:interviewer|interviewster|onderzoeker|onderzoekster|vragensteller|gespreksleider|moderator|ge[ïi]nterviewde|respondent|bewoner|bewoonster|inwoner|professional|deelnemer|deelneemster|participant|spreker|speaker|tolk|vertaler|interpreter|partner|onbekend|unknown|notulist|observator|begeleider|begeleidster|man|vrouw|jongere|moeder|vader|allen|iedereen|meerdere|groep|all|everyone|several|group|facilitator)(?:[ _-]?(?:\d{1,3}|[a-z]))?$/i;
const initials = /^(?:[IRPBTMVDGS]|[A-Z]{1,2}\d{1,2})$/; // interviewer, respondent, tolk, man, vrouw ...

/** Labels that count at first sight: a word for a role, or a letter (with a number) as transcribers use. */
const isKnownLabel = (label: string): boolean => {
	const bare = label.replace(/ ?\([^()]*\)$/, '');
	// "R1 & R2", "I1/I2": people who speak at once
	return bare.split(/ ?[&+/] ?| en | and /, 6).every((part) => roleWords.test(part) || initials.test(part));
};

/** Whether a line is nothing but a label that counts at first sight: the words stand below it. */
export const isBareLabel = (line: string): boolean => line.length <= 40 && roleWords.test(line.trim());

const infixes = new Set("van de der den het ter ten te 't op in la le du da di el al ben ibn von und en of".split(' '));
/** Words that stand before a colon in notes and letters, and never speak. */
const notNames = new Set(
	'noot nb ps let opmerking opmerkingen datum tijd locatie plaats onderwerp duur project bijlage bron link http https ftp bestand vraag vragen antwoord bijvoorbeeld conclusie samenvatting kortom dus want maar ja nee voorbeeld toelichting aantekening aantekeningen telefoon adres email mail note date time location subject duration source file example'.split(
		' '
	)
);

/** Whether a label could be someone's name: few words, each with a capital, apart from "van de" and the like. */
export const looksLikeName = (label: string): boolean => {
	const words = label.replace(/ ?\([^()]*\)$/, '').split(/,? |_/);
	if (words.length > 5 || notNames.has((words[0] ?? '').toLowerCase())) return false;
	return words.every((word, index) => /^[\p{Lu}\p{Lt}\p{N}]/u.test(word) || (index > 0 && infixes.has(word)));
};

/** A label as it was found before words. */
export type FoundLabel = {
	readonly label: string;
	readonly onlyIfKnown: boolean;
	/** it shares a line with a time and nothing else, which a sentence seldom does */
	readonly isTimed?: boolean;
};

/** The labels that are speakers, as somebody asked for: none, every one that could be a name, or those that are recognised. */
export const speakingLabels = (found: readonly FoundLabel[], speakers: SpeakerReading): ReadonlySet<string> => {
	if (speakers === 'auto') return acceptedLabels(found);
	return new Set(speakers === 'off' ? [] : found.filter(couldSpeak).map(({ label }) => labelKey(label)));
};

const couldSpeak = ({ label, onlyIfKnown }: FoundLabel): boolean => {
	if (onlyIfKnown) return isKnownLabel(label);
	const words = label.replace(/ ?\([^()]*\)$/, '').split(' ');
	return words.length <= 5 && !notNames.has((words[0] ?? '').toLowerCase());
};

/**
 * The labels that are speakers: known ones, and names that come back. Where names come back on lines of their own with a
 * time, a name that stands so only once is a speaker, too.
 */
export const acceptedLabels = (found: readonly FoundLabel[]): ReadonlySet<string> => {
	const counts = new Map<string, number>();
	const accepted = new Set<string>();
	for (const { label, onlyIfKnown } of found) {
		const key = labelKey(label);
		if (accepted.has(key)) continue;
		const count = (counts.get(key) ?? 0) + (onlyIfKnown ? 0 : 1);
		counts.set(key, count);
		if (isKnownLabel(label) || (count >= 2 && (looksLikeName(label) || /^\p{L}{1,4}\d{1,3}$/u.test(label))))
			accepted.add(key);
	}
	const timed = found.filter(({ isTimed }) => isTimed === true);
	if (timed.some(({ label }) => accepted.has(labelKey(label))))
		for (const { label } of timed) if (looksLikeName(label)) accepted.add(labelKey(label));
	return accepted;
};
