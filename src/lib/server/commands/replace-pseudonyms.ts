import { parse } from '../../contract/parse.ts';
import { replacePseudonymsInput, type ReplacedPseudonymsAnswer } from '../../contract/pseudonym.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { decidedGroups, type PseudonymDecision } from '../../domain/source/pseudonym.ts';
import type { Source } from '../../domain/source/source.ts';
import { foundGroups, pseudonymOverview, unsettled } from '../../privacy/pseudonym-overview.ts';
import {
	countReplacements,
	originalsOf,
	replacementEdit,
	replacementsOf,
	type Replacement
} from '../../privacy/replace.ts';
import type { Context } from '../access/context.ts';
import { loadPseudonymDesk } from '../access/pseudonym-desk.ts';
import type { Db } from '../store/database.ts';
import { markReplaced } from '../store/pseudonym-decisions.ts';
import { insertReplacements } from '../store/pseudonym-keys.ts';
import { changePseudonyms } from './change-pseudonyms.ts';
import { changeText, type ChangedText } from './change-text.ts';
import { cleanWordsElsewhere } from './clean-words.ts';
import { keepKey, sealOlderVersions } from './keep-key.ts';

/**
 * Puts placeholders in the place of all accepted words: one new version, with the lines of the key, the log of what was
 * replaced, and the versions before sealed, in one transaction. Codings stay. Answers what a second scan still finds.
 */
export const replacePseudonyms = async (
	context: Context,
	projectId: string,
	sourceId: string,
	input: unknown
): Promise<Result<ReplacedPseudonymsAnswer>> => {
	const parsed = parse(replacePseudonymsInput, input);
	if (!parsed.ok) return parsed;
	return changePseudonyms(context, projectId, sourceId, {
		needs: 'source.pseudonymise',
		action: 'pseudonym.replace',
		version: parsed.value.version,
		step: async ({ trx, project, source, desk }) => {
			const groups = decidedGroups(foundGroups(desk), desk.decisions);
			const replacements = replacementsOf(groups);
			const { open } = unsettled(groups);
			if (replacements.length === 0) return ok({ version: source.version, replaced: 0, moved: 0, changed: 0, open });
			const groupIds = groups.filter(({ decision }) => decision === 'accepted').map(({ id }) => id);
			const changed = await putPlaceholders(context, trx, source, desk.text, replacements, groupIds);
			const present = { ...source, version: changed.version };
			const after = await loadPseudonymDesk(context, trx, project, present);
			if (!after) return fail('source-unknown');
			return ok({
				version: changed.version,
				replaced: replacements.length,
				moved: changed.fates.filter(({ kind }) => kind === 'moved').length,
				changed: changed.fates.filter(({ kind }) => kind === 'changed').length,
				open: unsettled(pseudonymOverview(after).groups).open
			});
		}
	});
};

/** The one edit, with everything that belongs to it. */
export const putPlaceholders = async (
	context: Context,
	trx: Db,
	source: Pick<Source, 'id' | 'version'>,
	text: string,
	replacements: readonly Replacement[],
	groupIds: readonly PseudonymDecision['groupId'][],
	options: { readonly isReviewed?: boolean } = {}
): Promise<ChangedText> => {
	const stamp = { by: context.actor.userId, at: context.now() };
	const originals = originalsOf(replacements, text);
	const changed = await changeText(context, trx, source, {
		text,
		edit: replacementEdit(replacements),
		reason: '',
		keepsReplaced: true,
		closesBefore: true,
		...options
	});
	await markReplaced(trx, source.id, changed.version, groupIds);
	await insertReplacements(trx, source.id, changed.version, countReplacements(replacements), stamp);
	await keepKey(context, trx, source.id, originals, stamp);
	await cleanWordsElsewhere(
		trx,
		source.id,
		originals,
		changed.codings.map(({ quote }) => quote)
	);
	await sealOlderVersions(context, trx, source.id, changed.version);
	return changed;
};
