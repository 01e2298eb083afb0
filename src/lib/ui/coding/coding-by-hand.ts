import { noValences, type Valence, type Valences } from '#lib/domain/coding/valence.ts';
import type { CodeId, CodingId } from '#lib/domain/project/ids.ts';
import { m } from '#lib/paraglide/messages.js';
import { toasts, type ToastAction } from '../dialog/toasts.svelte.ts';
import { sayChooseFirst } from './choose-first.ts';
import type { Taken } from './coding-actions.ts';
import type { DeskState } from './desk-state.svelte.ts';
import { unique } from './index-by.ts';
import { bringCodeBack, takeCodeAway } from './made-code.ts';
import type { MadeOn } from './new-code-draft.ts';
import { target } from './choosing.ts';

/** What is put on a passage in one go. */
type Applied = {
	readonly codeIds: readonly CodeId[];
	readonly valences?: Valences;
	readonly memo?: string;
	/** the code that was made for it, and on which passage */
	readonly made?: MadeOn;
};

/** Puts codes on what is chosen; the selection is done with, and the first new coding is shown. */
export const applyCodes = (
	desk: DeskState,
	{ codeIds, valences = noValences, memo = '', made }: Applied,
	now: Date
): void => {
	if (!desk.desk.permissions.mayApply) return desk.say(m.desk_read_only({ kind: desk.source.kind }));
	const range = made?.range ?? target(desk);
	if (!range || codeIds.length === 0) return;
	desk.lastValences = valences;
	const added = desk.actions.apply({ range, codeIds, valences, memo, madeCodeId: made?.codeId }, now);
	for (const codeId of codeIds) desk.own.use(codeId);
	const turn = desk.selection.turnsOf(range)[0];
	desk.selection.clear();
	desk.picker = null;
	if (turn) desk.current = turn.ordinal;
	const first = added[0];
	if (!first) return desk.say(m.desk_already_there());
	desk.placeIds = added.map(({ id }) => id);
	desk.chosenId = first.id;
	desk.say(m.desk_added({ names: added.map((coding) => desk.sayCoding(coding)).join('; ') }));
};

/** Gives a coding another code. */
export const recode = (desk: DeskState, id: CodingId, codeId: CodeId): void => {
	desk.picker = null;
	if (desk.store.get(id)?.codeId === codeId) return;
	desk.actions.change(id, { codeId });
	desk.own.use(codeId);
	desk.say(m.desk_recoded({ name: desk.nameOf(codeId) }));
};

/** Gives the chosen coding a direction, or takes it off; null takes all directions off. */
export const setValence = (desk: DeskState, valence: Valence | null): void => {
	const coding = desk.chosen;
	if (!coding) return sayChooseFirst(desk);
	if (!desk.mayChange(coding)) return desk.say(m.desk_not_yours());
	desk.actions.setValence(coding.id, valence);
	const now = desk.store.get(coding.id);
	if (now) desk.lastValences = now.valences;
	if (now) desk.say(desk.sayCoding(now));
};

/** Takes a coding away, and offers to bring it back. */
export const removeCoding = (desk: DeskState, id: CodingId): void => {
	const label = desk.actions.remove(id);
	if (label === null) return;
	desk.placeIds = desk.placeIds.filter((other) => other !== id);
	if (desk.chosenId === id) desk.chosenId = desk.placeIds[0] ?? null;
	const isLast = isStillLast(desk);
	desk.failures.tellRemoval(id, label, {
		label: m.shell_undo(),
		onDo: () => (isLast() ? undo(desk) : desk.actions.bringBack(id))
	});
};

/** Gives up what could not be stored about a coding, and offers to try it after all. */
export const giveUp = (desk: DeskState, id: CodingId): void => {
	const coding = desk.store.get(id);
	if (!coding) return;
	if (coding.savedId === null) return removeCoding(desk, id);
	const again = desk.sync.giveUp(id);
	if (again) toasts.say(m.desk_given_up({ name: desk.nameOf(coding.codeId) }), { label: m.shell_undo(), onDo: again });
};

/** Takes back what was done last; a code that was made for it goes along. */
export const undo = (desk: DeskState): void => {
	const undone = desk.actions.history.last;
	const taken = desk.actions.undo();
	if (!taken) return desk.say(m.desk_nothing_to_undo());
	const isNext = isStillNext(desk);
	tellTaken(desk, taken, m.desk_undone({ action: taken.label }), {
		label: m.desk_redo(),
		onDo: () => (isNext() ? redo(desk) : toasts.say(m.desk_went_on()))
	});
	if (undone?.madeCode) void takeCodeAway(desk, undone);
};

/** Does again what was taken back last; a code that went with the undo comes back first. */
export const redo = (desk: DeskState): void => {
	const next = desk.actions.history.next;
	if (next?.madeCode) void bringCodeBack(desk, next.madeCode).then((isThere) => isThere && redoLast(desk));
	else redoLast(desk);
};

const redoLast = (desk: DeskState): void => {
	const taken = desk.actions.redo();
	if (!taken) return desk.say(m.desk_nothing_to_redo());
	const isLast = isStillLast(desk);
	tellTaken(desk, taken, m.desk_redone({ action: taken.label }), {
		label: m.shell_undo(),
		onDo: () => (isLast() ? undo(desk) : toasts.say(m.desk_went_on()))
	});
};

/** Tells later whether nothing was done since: a message about an action takes back that action and no other. */
const isStillLast = ({ actions: { history } }: DeskState): (() => boolean) => {
	const steps = history.last?.steps;
	return () => history.last?.steps === steps;
};

const isStillNext = ({ actions: { history } }: DeskState): (() => boolean) => {
	const steps = history.next?.steps;
	return () => history.next?.steps === steps;
};

/** What another changed in the meantime was left alone, and that is told. */
const tellTaken = (desk: DeskState, { left, isAnyTaken }: Taken, sentence: string, action: ToastAction): void => {
	desk.work.keepSoon();
	if (isAnyTaken) sayLast(desk, sentence, action);
	if (left.length > 0) toasts.say(m.desk_left_alone({ names: unique(left).join(', ') }));
};

/** The message of the last undo or redo; of one before it the way back is gone, so that one goes. */
const lastSaid = new WeakMap<DeskState, number>();

const sayLast = (desk: DeskState, sentence: string, action: ToastAction): void => {
	const before = lastSaid.get(desk);
	if (before !== undefined) toasts.settle(before);
	lastSaid.set(desk, toasts.say(sentence, action));
};
