import type { CodeAnswer } from '#lib/contract/code.ts';
import type { DeskCode } from '#lib/contract/coding-desk.ts';
import { inVivoName } from '#lib/domain/codebook/in-vivo.ts';
import { subjectOf } from '#lib/domain/coding/undo.ts';
import { noValences, type Valences } from '#lib/domain/coding/valence.ts';
import type { CodeId } from '#lib/domain/project/ids.ts';
import type { Range } from '#lib/domain/text/range.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Reply } from '../api/ask.ts';
import { toasts } from '../dialog/toasts.svelte.ts';
import type { Action, MadeCode } from './action-history.svelte.ts';
import type { DeskState } from './desk-state.svelte.ts';
import type { CodeDraft } from './new-code-draft.ts';
import { keepKnown } from './recents.ts';

/** What goes on the passage together with the new code. */
export type Along = { readonly codeIds: readonly CodeId[]; readonly valences: Valences; readonly memo: string };

/** A code that is not there yet, for the chosen passage. */
export type NewCodeTask = { readonly kind: 'new'; readonly name: string; readonly along: Along };

/** A code that was made for a passage. */
export type MadeOn = { readonly range: Range; readonly codeId: CodeId };

const nothingElse: Along = { codeIds: [], valences: noValences, memo: '' };

/** Opens the form for a code that takes its name from the passage itself. */
export const startInVivo = (desk: DeskState): void => {
	const range = desk.desk.permissions.mayApply ? desk.target() : null;
	const name = range ? inVivoName(desk.quoteOf(range)) : '';
	desk.openPicker({ kind: 'new', name, along: nothingElse });
};

/** Makes a code and puts it on the passage, in one go. */
export const makeCode = async (
	desk: DeskState,
	range: Range,
	{ name, parentId }: CodeDraft,
	{ codeIds, valences, memo }: Along
): Promise<Reply<CodeAnswer>> => {
	const reply = await desk.client.makeCode({ name, parentId: parentId === '' ? null : parentId });
	if (!reply.ok) return reply;
	const codeId = reply.value.id;
	desk.takeCodes(withCode(desk.desk.codes, deskCodeOf(reply.value)));
	desk.apply([...codeIds, codeId], valences, memo, new Date(), { range, codeId });
	return reply;
};

/** Proposes a code to who keeps the codebook; the codes that were marked besides go on the passage at once. */
export const proposeCode = async (
	desk: DeskState,
	range: Range,
	{ parentId, ...words }: CodeDraft,
	{ codeIds, valences, memo }: Along
): Promise<Reply<unknown>> => {
	const reply = await desk.client.propose({
		...words,
		...range,
		parentId: parentId === '' ? null : parentId,
		sourceId: desk.source.id,
		version: desk.version
	});
	if (!reply.ok) return reply;
	if (codeIds.length > 0) desk.apply(codeIds, valences, memo, new Date());
	const { id, name } = reply.value;
	toasts.say(m.proposal_sent({ name }), { label: m.proposal_withdraw(), onDo: () => void withdraw(desk, id, name) });
	return reply;
};

const withdraw = async (desk: DeskState, id: string, name: string): Promise<void> => {
	const reply = await desk.client.withdraw(id);
	if (reply.ok) toasts.say(m.proposal_withdrawn({ name }));
	else toasts.fail(reply.message);
};

/** Codes that are on their way out, so that bringing one back waits until it is gone. */
const leaving = new Map<CodeId, Promise<void>>();

/** After an undo: the code that was made for it goes too, unless somebody did something with it meanwhile. */
export const takeCodeAway = (desk: DeskState, { madeCode, steps }: Action): Promise<void> => {
	const leave = async () => {
		if (!madeCode) return;
		const { id } = madeCode;
		const name = desk.nameOf(id);
		for (const step of steps) await desk.sync.whenSent(subjectOf(step));
		const reply = await desk.client.removeEmptyCode(id);
		if (reply.ok) {
			desk.actions.history.noteCode({ id, deletionId: reply.value.deletionId });
			desk.takeCodes(desk.desk.codes.filter((code) => code.id !== id));
			desk.recents = keepKnown(desk.recents, (known) => known !== id);
			desk.keepSoon();
		} else if (reply.codes.includes('code-in-use')) toasts.say(m.proposal_code_stays({ name }));
		else if (reply.status !== 404) toasts.fail(reply.message);
	};
	if (!madeCode) return Promise.resolve();
	const left = leave().finally(() => leaving.delete(madeCode.id));
	leaving.set(madeCode.id, left);
	return left;
};

/** Before a redo: the code that went with the undo comes back. Answers whether it is there. */
export const bringCodeBack = async (desk: DeskState, made: MadeCode): Promise<boolean> => {
	await leaving.get(made.id);
	const { history } = desk.actions;
	const gone = history.next?.madeCode;
	if (gone?.id !== made.id) return false;
	if (gone.deletionId === null) return true;
	const reply = await desk.client.restoreCode(made.id, gone.deletionId);
	if (!reply.ok) {
		toasts.fail(reply.message);
		return false;
	}
	history.noteCode({ id: made.id, deletionId: null });
	desk.keepSoon();
	desk.readAgain();
	return history.next?.madeCode?.id === made.id;
};

const deskCodeOf = (code: CodeAnswer): DeskCode => ({
	id: code.id,
	parentId: code.parentId,
	depth: code.depth,
	name: code.name,
	path: code.path,
	definition: code.definition,
	include: code.include,
	exclude: code.exclude,
	example: code.example,
	synonyms: code.synonyms,
	color: code.shownColor,
	isCodable: code.isCodable,
	pillarIds: code.servedPillarIds
});

/** The list with a code in its place in the order of the tree: the last one below its parent. */
export const withCode = (codes: readonly DeskCode[], code: DeskCode): readonly DeskCode[] => {
	if (codes.some(({ id }) => id === code.id)) return codes;
	const parent = codes.findIndex(({ id }) => id === code.parentId);
	if (parent === -1) return [...codes, code];
	const next = codes.findIndex(({ depth }, place) => place > parent && depth < code.depth);
	const place = next === -1 ? codes.length : next;
	return [...codes.slice(0, place), code, ...codes.slice(place)];
};
