import { samePlace, type Range } from '../text/range.ts';
import type { Identifier, IdentifierKind, Sureness } from './identifier.ts';

/** Whether a second person reads a text after its pseudonyms: never, a part of the sources, or all. */
export type SecondReader = 'none' | 'sample' | 'all';
export const secondReaders: readonly SecondReader[] = ['none', 'sample', 'all'];

/** Where the same person has the same number: in one interview, or in the whole project. */
export type Numbering = 'interview' | 'project';
export const numberings: readonly Numbering[] = ['interview', 'project'];

export type CheckOutcome = 'confirmed' | 'sent-back';
export const checkOutcomes: readonly CheckOutcome[] = ['confirmed', 'sent-back'];

/** What became of a name that was found later; `removed` = someone took the words out of the text. */
export type LeftoverState = 'open' | 'replaced' | 'rejected' | 'removed';

/** How a project pseudonymises. */
export type PseudonymSettings = {
	/** words that are never a person, such as names of places */
	readonly allowed: readonly string[];
	readonly organisations: readonly string[];
	readonly functions: readonly string[];
	readonly secondReader: SecondReader;
	readonly samplePercent: number;
	readonly numbering: Numbering;
	/** nothing is released before its names are done */
	readonly doneFirst: boolean;
};

export const defaultSettings: PseudonymSettings = {
	allowed: [],
	organisations: [],
	functions: [],
	secondReader: 'none',
	samplePercent: 20, // one in five, as much as one reader can do beside the own interviews
	numbering: 'interview',
	doneFirst: false // as consent: a project that uploads texts without names goes on as it was
};

/** The words of one person or thing in a text, known by an opaque id that does not tell them. */
export type PseudonymGroup = {
	readonly id: string;
	readonly kind: IdentifierKind;
	readonly sureness: Sureness;
	readonly hits: readonly Identifier[];
	/** chosen by a person, found by no rule */
	readonly isOwn: boolean;
};

/** What someone decided about a group. */
export type PseudonymDecision = {
	readonly groupId: string;
	readonly kind: IdentifierKind;
	readonly decision: 'accepted' | 'rejected';
	/** null = all hits of the group; else only these */
	readonly hits: readonly Range[] | null;
	readonly isOwn: boolean;
	/** null when rejected */
	readonly placeholder: string | null;
	/** the group that names the same person or thing; its placeholder counts */
	readonly mergedInto: string | null;
	/** the version in which its words were replaced */
	readonly replacedIn: number | null;
};

/** A group with what was decided: still open, no name, or with the placeholder and the hits that get it. */
export type DecidedGroup = PseudonymGroup & {
	readonly decision: 'open' | 'accepted' | 'rejected';
	readonly placeholder: string | null;
	readonly mergedInto: string | null;
	/** the hits that are replaced; of an open group none */
	readonly accepted: readonly Range[];
};

/** Puts decisions beside the groups that stand in a text now; what a person chose is a group of its own. */
export const decidedGroups = (
	found: readonly PseudonymGroup[],
	decisions: readonly PseudonymDecision[]
): readonly DecidedGroup[] => {
	const byId = new Map(decisions.map((decision) => [decision.groupId, decision]));
	const own = decisions.filter(({ isOwn, hits }) => isOwn && (hits?.length ?? 0) > 0).map(ownGroup);
	return [...found.filter(({ id }) => !own.some((group) => group.id === id)), ...own]
		.map((group) => decided(group, byId))
		.toSorted((a, b) => (a.hits[0]?.start ?? 0) - (b.hits[0]?.start ?? 0) || (a.id < b.id ? -1 : 1));
};

const ownGroup = ({ groupId, kind, hits }: PseudonymDecision): PseudonymGroup => ({
	id: groupId,
	kind,
	sureness: 'certain',
	isOwn: true,
	hits: (hits ?? []).map((range) => ({ ...range, kind, rule: 'own-choice', sureness: 'certain' }))
});

const decided = (group: PseudonymGroup, byId: ReadonlyMap<string, PseudonymDecision>): DecidedGroup => {
	const decision = byId.get(group.id);
	if (!decision) return { ...group, decision: 'open', placeholder: null, mergedInto: null, accepted: [] };
	if (decision.decision === 'rejected')
		return { ...group, decision: 'rejected', placeholder: null, mergedInto: null, accepted: [] };
	const accepted = group.hits.filter(
		(hit) => decision.hits === null || decision.hits.some((place) => samePlace(place, hit))
	);
	// Of a group of which only some hits were names, the others are none; unless those hits went before they were replaced.
	if (accepted.length === 0) {
		const isOver = decision.replacedIn !== null;
		return {
			...group,
			decision: isOver ? 'rejected' : 'open',
			placeholder: null,
			mergedInto: null,
			accepted: []
		};
	}
	return {
		...group,
		decision: 'accepted',
		placeholder: placeholderOf(decision, byId),
		mergedInto: decision.mergedInto,
		accepted: accepted.map(({ start, end }) => ({ start, end }))
	};
};

/** The placeholder of a decision: that of the person or thing it was merged into. */
export const placeholderOf = (
	decision: PseudonymDecision,
	byId: ReadonlyMap<string, PseudonymDecision>
): string | null => {
	const seen = new Set<string>();
	let at = decision;
	for (;;) {
		const next = at.mergedInto === null ? undefined : byId.get(at.mergedInto);
		if (!next || next.placeholder === null || seen.has(next.groupId)) return at.placeholder;
		seen.add(next.groupId);
		at = next;
	}
};

/** How far the pseudonyms of a source are. */
export type PseudonymWork = {
	/** ordinals of turns that someone had on the screen */
	readonly readTurns: readonly number[];
	readonly done: { readonly version: number; readonly by: string; readonly at: string } | null;
	readonly check: {
		readonly outcome: CheckOutcome;
		readonly note: string;
		readonly by: string;
		readonly at: string;
	} | null;
};

export const noWork: PseudonymWork = { readTurns: [], done: null, check: null };

/** Whether a second person reads this source. A sample is fixed: the same source is always in it, or never. */
export const needsSecondReader = (
	{ secondReader, samplePercent }: Pick<PseudonymSettings, 'secondReader' | 'samplePercent'>,
	sourceId: string
): boolean =>
	secondReader === 'all' ||
	(secondReader === 'sample' && Number.parseInt(sourceId.slice(-6), 16) % 100 < samplePercent);

/** Where the step stands. */
export type PseudonymStage = 'busy' | 'waiting' | 'sent-back' | 'done';

type StagedWork = {
	readonly done: Pick<NonNullable<PseudonymWork['done']>, 'version'> | null;
	readonly check: Pick<NonNullable<PseudonymWork['check']>, 'outcome'> | null;
};

/**
 * A step that is done waits for the second reader where the project asks one; a text that changed since is not done.
 */
export const stageOf = ({ done, check }: StagedWork, needsCheck: boolean, version: number): PseudonymStage => {
	if (check?.outcome === 'sent-back' && !done) return 'sent-back';
	if (!done || done.version !== version) return 'busy';
	return needsCheck && check?.outcome !== 'confirmed' ? 'waiting' : 'done';
};
