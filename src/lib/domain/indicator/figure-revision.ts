import type { FileSource, Observation } from './observation.ts';
import { isTestLapsed, withoutTest } from './lapsed-test.ts';
import { cellKey, type Figure } from './observation-change.ts';

/** What a file may leave unsaid of a figure, for want of a column or of room in its layout; a value it always says. */
export const unsayableParts = [
	...(['referenceYear', 'n', 'lower', 'upper', 'trendBreak', 'suppressed', 'note'] as const),
	...(['source', 'sourceVersion', 'trendBreakReason', 'testedAgainst', 'testedChange'] as const)
] satisfies readonly (keyof Figure)[];
export type UnsayablePart = (typeof unsayableParts)[number];

/** What a file leaves unsaid of each of its figures, by `cellKey`; a cell that is not there leaves nothing unsaid. */
export type Unsaid = ReadonlyMap<string, readonly UnsayablePart[]>;

/** What somebody should know of a stored figure that meets a file which does not say everything. */
export const revisionNotes = [
	...(['break-kept', 'note-kept', 'test-kept', 'test-lapsed', 'suppression-kept'] as const),
	...(['count-dropped', 'source-dropped'] as const)
] as const;
export type RevisionNote = (typeof revisionNotes)[number];

/** A figure as it will be stored. */
export type Revision = { readonly observation: Observation; readonly notes: readonly RevisionNote[] };

/** How a note says that there are fewer people or cases than so many, for a count that the file hides. */
export const countNote = (below: number): string => `n < ${below}`;

const withoutCount = (note: string): string =>
	note
		.split('; ')
		.filter((part) => !/^n < \d+$/.test(part))
		.join('; ');

/**
 * A stored figure with what a file says of it. What the file leaves unsaid stays; but the count, the interval and the
 * source are of one value, and go with it when the value becomes another. A value that was suppressed stays so, without
 * its number, until somebody says that it may be shown. What a source tested stays as a whole: both halves or none.
 */
export const revise = (stored: Observation, read: Observation, parts: readonly UnsayablePart[]): Revision => {
	const unsaid = new Set(parts);
	const isHeldBack = unsaid.has('suppressed') && stored.suppressed && !read.suppressed;
	const value = isHeldBack ? null : read.value;
	const isSame = value === stored.value;
	const ofValue = (part: 'n' | 'lower' | 'upper'): number | null =>
		unsaid.has(part) ? (isSame ? stored[part] : null) : isHeldBack && part !== 'n' ? null : read[part];
	const source = unsaid.has('source') ? (isSame ? stored.source : null) : read.source;
	const isOfSame = isSame && source === stored.source;
	const trendBreak = unsaid.has('trendBreak') ? stored.trendBreak : read.trendBreak;
	const mayExplain = trendBreak || unsaid.has('trendBreak');
	const test = unsaid.has('testedChange') ? stored : read;
	const kept = unsaid.has('n') && isSame ? stored.note : withoutCount(stored.note);
	const observation: Observation = {
		...read,
		referenceYear: unsaid.has('referenceYear') ? stored.referenceYear : read.referenceYear,
		value,
		...{ n: ofValue('n'), lower: ofValue('lower'), upper: ofValue('upper') },
		trendBreak,
		suppressed: isHeldBack || read.suppressed,
		note: unsaid.has('note') ? [kept, read.note].filter((text) => text !== '').join('; ') : read.note,
		source,
		sourceVersion: unsaid.has('sourceVersion') ? (isOfSame ? stored.sourceVersion : null) : read.sourceVersion,
		trendBreakReason: unsaid.has('trendBreakReason')
			? mayExplain
				? stored.trendBreakReason
				: null
			: read.trendBreakReason,
		testedAgainst: test.testedAgainst,
		testedChange: test.testedChange
	};
	const isDropped = (part: 'n' | 'lower' | 'upper' | 'source' | 'sourceVersion') =>
		unsaid.has(part) && stored[part] !== null && observation[part] === null;
	const isTrue: Readonly<Record<RevisionNote, boolean>> = {
		'break-kept': !isSame && stored.trendBreak && unsaid.has('trendBreak'),
		'note-kept': !isSame && unsaid.has('note') && kept !== '',
		'test-kept': !isSame && stored.testedChange !== null && unsaid.has('testedChange'),
		'test-lapsed': false, // follows from other cells
		'suppression-kept': isHeldBack && read.value !== null,
		'count-dropped': isDropped('n') || isDropped('lower') || isDropped('upper'),
		'source-dropped': isDropped('source') || isDropped('sourceVersion')
	};
	return { observation, notes: revisionNotes.filter((note) => isTrue[note]) };
};

/** The figures of a file as they will be stored, beside what is stored already. */
export const reviseAll = (
	stored: readonly Observation[],
	read: readonly Observation[],
	unsaid: Unsaid
): readonly Revision[] => {
	const before = new Map(stored.map((one) => [cellKey(one), one]));
	return read.map((one) => {
		const was = before.get(cellKey(one));
		return was ? revise(was, one, unsaid.get(cellKey(one)) ?? []) : { observation: one, notes: [] };
	});
};

/** The same without tests that a file says nothing of, where it revises the value that was tested against. */
export const lapseUnsaid = (
	revisions: readonly Revision[],
	unsaid: Unsaid,
	revised: ReadonlySet<string>
): readonly Revision[] =>
	revisions.map(({ observation, notes }) => {
		const isUnsaid = unsaid.get(cellKey(observation))?.includes('testedChange') ?? false;
		return isUnsaid && isTestLapsed(observation, revised)
			? { observation: withoutTest(observation), notes: [...notes.filter((n) => n !== 'test-kept'), 'test-lapsed'] }
			: { observation, notes };
	});

/** What figures still leave unsaid once the source of their whole file was said, by its name or as known again. */
export const unsaidBesideSource = (
	read: readonly Observation[],
	unsaid: Unsaid,
	{ isSourceSaid, sourceVersion }: { readonly isSourceSaid: boolean } & Pick<FileSource, 'sourceVersion'>
): Unsaid => {
	const said = new Set<UnsayablePart>([
		...(isSourceSaid ? (['source'] as const) : []),
		...(sourceVersion === '' ? [] : (['sourceVersion'] as const))
	]);
	// One that names a source of its own takes no version from the file.
	const isOpen = ({ source }: Observation) => source === null;
	return new Map(
		read.map((one) => {
			const parts = unsaid.get(cellKey(one)) ?? [];
			return [cellKey(one), isOpen(one) ? parts.filter((part) => !said.has(part)) : parts];
		})
	);
};
