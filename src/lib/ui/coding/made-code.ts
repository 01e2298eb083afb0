import type { DeskCode } from '#lib/contract/coding-desk.ts';
import { subjectOf } from '#lib/domain/coding/undo.ts';
import type { CodeId } from '#lib/domain/project/ids.ts';
import { m } from '#lib/paraglide/messages.js';
import { toasts } from '../dialog/toasts.svelte.ts';
import type { Action, MadeCode } from './action-history.svelte.ts';
import type { CodingActions } from './coding-actions.ts';
import type { CodingSync } from './coding-sync.ts';
import type { DeskClient } from './desk-client.ts';
import type { OwnCodes } from './own-codes.svelte.ts';

/** The desk as far as the codes made on it are concerned. */
type Desk = {
	readonly desk: { readonly codes: readonly DeskCode[] };
	readonly client: Pick<DeskClient, 'removeEmptyCode' | 'restoreCode'>;
	readonly sync: Pick<CodingSync, 'whenSent'>;
	readonly actions: Pick<CodingActions, 'history'>;
	readonly own: Pick<OwnCodes, 'forget'>;
	nameOf(codeId: CodeId): string;
	takeCodes(codes: readonly DeskCode[]): void;
	readonly work: { keepSoon(): void };
	readonly readAgain: () => void;
};

/** Codes that are on their way out, so that bringing one back waits until it is gone. */
const leaving = new Map<CodeId, Promise<void>>();

/** After an undo: the code that was made for it goes too, unless somebody did something with it meanwhile. */
export const takeCodeAway = (desk: Desk, { madeCode, steps }: Action): Promise<void> => {
	const leave = async () => {
		if (!madeCode) return;
		const { id } = madeCode;
		const name = desk.nameOf(id);
		for (const step of steps) await desk.sync.whenSent(subjectOf(step));
		const reply = await desk.client.removeEmptyCode(id);
		if (reply.ok) {
			desk.actions.history.noteCode({ id, deletionId: reply.value.deletionId });
			desk.takeCodes(desk.desk.codes.filter((code) => code.id !== id));
			desk.own.forget(id);
			desk.work.keepSoon();
		} else if (reply.codes.includes('code-in-use')) toasts.say(m.proposal_code_stays({ name }));
		else if (reply.status !== 404) toasts.fail(reply.message);
	};
	if (!madeCode) return Promise.resolve();
	const left = leave().finally(() => leaving.delete(madeCode.id));
	leaving.set(madeCode.id, left);
	return left;
};

/** Before a redo: the code that went with the undo comes back. Answers whether it is there. */
export const bringCodeBack = async (desk: Desk, made: MadeCode): Promise<boolean> => {
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
	desk.work.keepSoon();
	desk.readAgain();
	return history.next?.madeCode?.id === made.id;
};
