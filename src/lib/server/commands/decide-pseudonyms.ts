import { parse } from '../../contract/parse.ts';
import { decidePseudonymsInput, type PseudonymsAnswer } from '../../contract/pseudonym.ts';
import { failAll, type Result } from '../../domain/problem.ts';
import type { PseudonymDecision } from '../../domain/source/pseudonym.ts';
import { decideGroup, type DecisionFacts } from '../../privacy/decide-group.ts';
import { allowedForms } from '../../privacy/placeholders.ts';
import { foundGroups } from '../../privacy/pseudonym-overview.ts';
import { foldedWords } from '../../privacy/folded-words.ts';
import type { Context } from '../access/context.ts';
import { deleteDecision, lockNumbering, saveDecision } from '../store/pseudonym-decisions.ts';
import { savePseudonymSettings } from '../store/pseudonym-work.ts';
import { afterStep, changePseudonyms } from './change-pseudonyms.ts';

/** Decides about groups of words that may point to a person, all of it or nothing. Nothing in the text changes yet. */
export const decidePseudonyms = async (
	context: Context,
	projectId: string,
	sourceId: string,
	input: unknown
): Promise<Result<PseudonymsAnswer>> => {
	const parsed = parse(decidePseudonymsInput, input);
	if (!parsed.ok) return parsed;
	const { version, decisions: choices } = parsed.value;
	return changePseudonyms(context, projectId, sourceId, {
		needs: 'source.pseudonymise',
		action: 'pseudonym.decide',
		version,
		step: async (workplace) => {
			const { trx, project, source, desk } = workplace;
			if (desk.settings.numbering === 'project') await lockNumbering(trx, project.id);
			const known = new Map(desk.decisions.map((decision) => [decision.groupId, decision]));
			const found = foundGroups(desk);
			const stamp = { by: context.actor.userId, at: context.now() };
			const allowed = new Set(desk.settings.allowed);
			for (const [index, choice] of choices.entries()) {
				const facts: DecisionFacts = {
					map: desk.map,
					found,
					decisions: known,
					taken: new Set([...desk.taken, ...placeholders(known.values())]),
					elsewhere: desk.elsewhere,
					ownId: (kind, words) => desk.idOf(`own ${kind} ${foldedWords(words)}`)
				};
				const decided = decideGroup(facts, choice);
				if (!decided.ok) return failAll(decided.problems.map((problem) => ({ ...problem, at: `decisions.${index}` })));
				if (choice.decision === 'reject' && choice.everywhere)
					for (const hit of found.find(({ id }) => id === choice.groupId)?.hits ?? [])
						allowedForms(desk.map.slice(hit.start, hit.end)).forEach((form) => allowed.add(form));
				const { saved, removed } = decided.value;
				if (removed !== null) {
					known.delete(removed);
					await deleteDecision(trx, source.id, removed);
				}
				for (const decision of saved) {
					known.set(decision.groupId, decision);
					await saveDecision(trx, source.id, version, decision, stamp);
				}
			}
			if (allowed.size > desk.settings.allowed.length)
				await savePseudonymSettings(trx, project.id, { ...desk.settings, allowed: [...allowed] });
			return afterStep(context, workplace);
		}
	});
};

const placeholders = (decisions: Iterable<PseudonymDecision>): readonly string[] =>
	[...decisions].flatMap(({ placeholder }) => (placeholder === null ? [] : [placeholder]));
