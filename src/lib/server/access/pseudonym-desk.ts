import type { Project } from '../../domain/project/project.ts';
import type { Cut } from '../../domain/source/recut.ts';
import {
	needsSecondReader,
	placeholderOf,
	type PseudonymDecision,
	type PseudonymSettings,
	type PseudonymWork
} from '../../domain/source/pseudonym.ts';
import type { Source } from '../../domain/source/source.ts';
import { positionMap, type PositionMap } from '../../domain/text/position.ts';
import type { Db } from '../store/database.ts';
import { listOpenLeftovers, type OpenLeftover } from '../store/leftover-names.ts';
import { listDecisions, listProjectPlaceholders } from '../store/pseudonym-decisions.ts';
import { listReplacements, type ReplacementCount } from '../store/pseudonym-keys.ts';
import { findPseudonymSettings, findPseudonymWork, listPlaceNames } from '../store/pseudonym-work.ts';
import { findText } from '../store/sources.ts';
import { loadCut } from '../store/turns.ts';
import type { Context } from './context.ts';
import { fingerprint } from './seal.ts';

/** Everything that decisions about the names in one text are made on. */
export type PseudonymDesk = {
	readonly version: number;
	readonly text: string;
	readonly map: PositionMap;
	readonly cut: Cut;
	readonly settings: PseudonymSettings;
	readonly placeNames: readonly string[];
	readonly decisions: readonly PseudonymDecision[];
	readonly work: PseudonymWork;
	readonly needsCheck: boolean;
	readonly leftovers: readonly OpenLeftover[];
	readonly replacements: readonly ReplacementCount[];
	/** placeholders that stand in this text, or will */
	readonly placeholders: ReadonlySet<string>;
	/** placeholders in use where the numbers of this project hold */
	readonly taken: ReadonlySet<string>;
	/** the placeholder that groups have in other sources, where numbers hold in the whole project */
	readonly elsewhere: ReadonlyMap<string, string>;
	/** an opaque id for a group by the words it is known by */
	readonly idOf: (key: string) => string;
};

/** Loads the names of a text with all that was decided; null when the text is not there. */
export const loadPseudonymDesk = async (
	{ secret }: Pick<Context, 'secret'>,
	db: Db,
	project: Pick<Project, 'id'>,
	source: Pick<Source, 'id' | 'version'>
): Promise<PseudonymDesk | null> => {
	const stored = await findText(db, source.id, source.version);
	if (!stored) return null;
	const settings = await findPseudonymSettings(db, project.id);
	const decisions = await listDecisions(db, source.id);
	const replacements = await listReplacements(db, source.id);
	const byId = new Map(decisions.map((decision) => [decision.groupId, decision]));
	const own = [
		...replacements.map(({ placeholder }) => placeholder),
		...decisions.flatMap((decision) => placeholderOf(decision, byId) ?? [])
	];
	const others = settings.numbering === 'project' ? await listProjectPlaceholders(db, project.id) : [];
	return {
		version: source.version,
		text: stored.text,
		map: positionMap(stored.text),
		cut: await loadCut(db, source.id, source.version),
		settings,
		placeNames: await listPlaceNames(db, project.id),
		decisions,
		work: await findPseudonymWork(db, source.id),
		needsCheck: needsSecondReader(settings, source.id),
		leftovers: await listOpenLeftovers(db, source.id),
		replacements,
		placeholders: new Set(own),
		taken: new Set([...own, ...others.map(({ placeholder }) => placeholder)]),
		elsewhere: new Map(others.map(({ groupId, placeholder }) => [groupId, placeholder])),
		idOf: (key) => fingerprint(secret, project.id, key)
	};
};
