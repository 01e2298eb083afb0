import { decidedGroups, type DecidedGroup, type PseudonymDecision } from '../domain/source/pseudonym.ts';
import type { PositionMap } from '../domain/text/position.ts';
import { findBsns } from './find/bsn.ts';
import { scanText, type ScannedText } from './scan.ts';
import { suggestPlaceholders } from './suggest-placeholders.ts';

/** The names of a text as they are worked on. */
export type PseudonymOverview = {
	readonly groups: readonly (DecidedGroup & { readonly suggested: string })[];
	/** citizen service numbers that stand in the text; there may be none */
	readonly bsns: number;
};

type Overviewed = Omit<ScannedText, 'turns'> & {
	readonly cut: Pick<ScannedText, 'turns'>;
	readonly map: PositionMap;
	readonly decisions: readonly PseudonymDecision[];
	readonly taken: ReadonlySet<string>;
	readonly elsewhere: ReadonlyMap<string, string>;
	readonly idOf: (key: string) => string;
};

/** Everything found in a text with what was decided, in the order of reading. */
export const pseudonymOverview = (desk: Overviewed): PseudonymOverview => {
	const groups = decidedGroups(foundGroups(desk), desk.decisions);
	const suggested = suggestPlaceholders(desk.map, groups, desk.taken, desk.elsewhere);
	return {
		groups: groups.map((group) => ({ ...group, suggested: suggested.get(group.id) ?? '' })),
		bsns: findBsns(desk.text).length
	};
};

/** What the rules find in a text. */
export const foundGroups = (desk: Overviewed) => scanText({ ...desk, turns: desk.cut.turns }, desk.idOf);

/** What still has to happen before a text is done: groups without a decision, and accepted ones that stand there still. */
export const unsettled = (groups: readonly DecidedGroup[]): { readonly open: number; readonly pending: number } => ({
	open: groups.filter(({ decision }) => decision === 'open').length,
	pending: groups.filter(({ decision }) => decision === 'accepted').length
});
