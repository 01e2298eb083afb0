import { parse } from '../../contract/parse.ts';
import { settleNameInput, type SettledNameAnswer, type SettleNameInput } from '../../contract/pseudonym.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { placeholderOf } from '../../domain/source/pseudonym.ts';
import { codePointLength } from '../../domain/text/position.ts';
import { foldedWords } from '../../privacy/folded-words.ts';
import { swapEdit } from '../../privacy/mask.ts';
import { checkPlaceholder, nextPlaceholder } from '../../privacy/placeholders.ts';
import { foundGroups } from '../../privacy/pseudonym-overview.ts';
import { aboutLeftover } from '../access/pseudonym-answer.ts';
import type { Context } from '../access/context.ts';
import type { PseudonymDesk } from '../access/pseudonym-desk.ts';
import { unseal } from '../access/seal.ts';
import { settleLeftover, type OpenLeftover } from '../store/leftover-names.ts';
import { insertReplacements } from '../store/pseudonym-keys.ts';
import { moveDone } from '../store/pseudonym-work.ts';
import { changePseudonyms, type PseudonymWorkplace } from './change-pseudonyms.ts';
import { changeText, type ChangedText } from './change-text.ts';
import { keepKey, sealOlderVersions } from './keep-key.ts';

/**
 * Settles a reported name: a placeholder takes its place, codings go along and those it hits are marked for a look; or it
 * was no name, and the words come back where they stood.
 */
export const settleName = async (
	context: Context,
	projectId: string,
	sourceId: string,
	leftoverId: string,
	input: unknown
): Promise<Result<SettledNameAnswer>> => {
	const parsed = parse(settleNameInput, input);
	if (!parsed.ok) return parsed;
	const asked = parsed.value;
	return changePseudonyms(context, projectId, sourceId, {
		needs: 'source.pseudonymise',
		action: asked.outcome === 'replace' ? 'name.replace' : 'name.reject',
		version: asked.version,
		step: async (workplace) => {
			const { trx, source, desk } = workplace;
			const leftover = desk.leftovers.find(({ id }) => id === leftoverId);
			if (!leftover) return fail('name-report-unknown');
			const words = unseal(context.secret, 'leftover name', aboutLeftover(source.id, leftover.id), leftover.seal);
			if (words === null) return fail('key-unreadable');
			const settled =
				asked.outcome === 'replace'
					? await replace(context, workplace, leftover, words, asked)
					: ok(await putBack(context, workplace, leftover, words));
			if (!settled.ok) return settled;
			const { version, fates } = settled.value;
			const stamp = { by: context.actor.userId, at: context.now() };
			await settleLeftover(trx, leftover.id, asked.outcome === 'replace' ? 'replaced' : 'rejected', stamp);
			await moveDone(trx, source.id, source.version, version);
			return ok({ version, changed: fates.filter(({ kind }) => kind === 'changed').length });
		}
	});
};

const replace = async (
	context: Context,
	{ trx, source, desk }: PseudonymWorkplace,
	{ range }: OpenLeftover,
	words: string,
	{ kind, placeholder }: Extract<SettleNameInput, { outcome: 'replace' }>
): Promise<Result<ChangedText>> => {
	const chosen =
		placeholder === undefined ? ok(knownPlaceholder(desk, kind, words)) : checkPlaceholder(placeholder, kind, [words]);
	if (!chosen.ok) return chosen;
	const stamp = { by: context.actor.userId, at: context.now() };
	const edit = swapEdit(range, chosen.value);
	const changed = await changeText(context, trx, source, {
		text: desk.text,
		edit,
		reason: '',
		keepsReplaced: true,
		closesBefore: true
	});
	const count = { kind, placeholder: chosen.value, hits: 1 };
	await insertReplacements(trx, source.id, changed.version, [count], stamp);
	await keepKey(context, trx, source.id, [{ kind, placeholder: chosen.value, words: [words] }], stamp);
	await sealOlderVersions(context, trx, source.id, changed.version);
	return ok(changed);
};

/** The same words got a placeholder before: in this text, or elsewhere where numbers hold there. Else the next one. */
const knownPlaceholder = (desk: PseudonymDesk, kind: Parameters<typeof nextPlaceholder>[0], words: string): string => {
	const byId = new Map(desk.decisions.map((decision) => [decision.groupId, decision]));
	const alone = { ...desk, text: words, cut: { ...desk.cut, turns: [] } };
	const ids = [...foundGroups(alone).map(({ id }) => id), desk.idOf(`own ${kind} ${foldedWords(words)}`)];
	for (const id of ids) {
		const decision = byId.get(id);
		const known = (decision && placeholderOf(decision, byId)) ?? desk.elsewhere.get(id);
		if (known) return known;
	}
	return nextPlaceholder(kind, desk.taken, words);
};

/** As long as nobody changed the hidden place, its words fit exactly, and no coding has to move. */
const putBack = (
	context: Context,
	{ trx, source, desk }: PseudonymWorkplace,
	{ range }: OpenLeftover,
	words: string
): Promise<ChangedText> => {
	const keepsPlaces = codePointLength(words) === range.end - range.start;
	const edit = swapEdit(range, words);
	return changeText(context, trx, source, {
		text: desk.text,
		edit,
		reason: '',
		keepsReplaced: true,
		closesBefore: true,
		keepsPlaces,
		isReviewed: true
	});
};
