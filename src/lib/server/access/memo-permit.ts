import type { MemoAbout } from '../../domain/memo/memo.ts';
import { referenceKey, type MemoReference } from '../../domain/memo/references.ts';
import type { Mentioned } from '../../domain/memo/shown.ts';
import { maySeeMemoPlace } from '../../domain/memo/who-may.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { may } from '../../domain/project/membership.ts';
import { richTextReferences, type RichText } from '../../domain/text/rich-text.ts';
import { findCase } from '../store/cases.ts';
import { findCoding } from '../store/codings.ts';
import type { Db } from '../store/database.ts';
import { findTurnPosition, isCodeThere } from '../store/memo-places.ts';
import { findMentioned, findSurvivors } from '../store/memo-references.ts';
import type { TurnPlace } from '../store/save-memo.ts';
import { findSource } from '../store/sources.ts';
import { isSecondCoder } from '../store/second-coders.ts';
import { placesOf } from './case-permit.ts';
import type { Permit } from './permit.ts';
import { targetOf } from './source-permit.ts';

/** Whether someone may write about a thing; what he or she cannot see does not exist. With where a turn begins. */
export const permitMemoAbout = async (
	{ project, access }: Permit,
	db: Db,
	about: MemoAbout
): Promise<Result<TurnPlace | null>> => {
	switch (about.kind) {
		case 'project':
			return ok(null);
		case 'code':
			return (await isCodeThere(db, project.id, about.codeId)) ? ok(null) : fail('code-unknown', {}, 'about.codeId');
		case 'case': {
			const kase = await findCase(db, project.id, about.caseId);
			const place = kase && (await placesOf(db, project.id, [kase])).get(kase.id);
			return kase?.withdrawnAt === null && place && maySeeMemoPlace(access, { kind: 'case', kase: place })
				? ok(null)
				: fail('case-unknown', undefined, 'about.caseId');
		}
		case 'source':
		case 'turn': {
			const source = await findSource(db, project.id, about.sourceId);
			if (!source) return fail('source-unknown', undefined, 'about.sourceId');
			const target = targetOf(source);
			if (!maySeeMemoPlace(access, { kind: about.kind, target, isBlind: false }))
				return may(access, 'source.list', target)
					? fail('not-allowed', { action: 'memo.write' })
					: fail('source-unknown', undefined, 'about.sourceId');
			if (about.kind === 'source') return ok(null);
			const position = await findTurnPosition(db, source.id, source.version, about.turn);
			return position === null
				? fail('turn-unknown', { turn: about.turn }, 'about.turn')
				: ok({ version: source.version, position });
		}
		case 'coding': {
			const coding = await findCoding(db, project.id, about.codingId);
			const source = coding && (await findSource(db, project.id, coding.sourceId));
			if (!coding || !source) return fail('coding-unknown', undefined, 'about.codingId');
			const isBlind = await isSecondCoder(db, source.id, access.userId);
			const { layer, coderId } = coding;
			return maySeeMemoPlace(access, { kind: 'coding', target: targetOf(source), isBlind, layer, coderId })
				? ok(null)
				: fail('coding-unknown', undefined, 'about.codingId');
		}
	}
};

/**
 * Whether a text mentions only what its writer may see. What stood there already may stay: a thing that has gone since,
 * or that the writer may not see any more, does not make a memo impossible to mend.
 */
export const permitMentions = async (
	{ project, access }: Permit,
	db: Db,
	body: RichText,
	stored: RichText
): Promise<Result<null>> => {
	const known = new Set(richTextReferences(stored).map(referenceKey));
	const added = richTextReferences(body).filter((reference) => !known.has(referenceKey(reference)));
	if (added.length === 0) return ok(null);
	const { names, survivors } = await mentionedFor({ project, access }, db, added);
	const isSeen = ({ to, id }: MemoReference) =>
		names.has(referenceKey({ to, id: to === 'code' ? (survivors.get(id) ?? id) : id }));
	return added.every(isSeen) ? ok(null) : fail('memo-reference-unknown', undefined, 'body');
};

/** What one reader may see of what these mentions lead to. */
export const mentionedFor = async (
	{ project, access }: Permit,
	db: Db,
	references: readonly MemoReference[]
): Promise<Mentioned> => {
	if (references.length === 0) return { names: new Map(), survivors: new Map() };
	const survivors = references.some(({ to }) => to === 'code') ? await findSurvivors(db, project.id) : new Map();
	const leading = references.map(({ to, id }) => ({ to, id: to === 'code' ? (survivors.get(id) ?? id) : id }));
	return { names: await findMentioned(db, project.id, access, leading), survivors };
};
