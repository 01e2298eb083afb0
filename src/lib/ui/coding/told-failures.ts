import type { CodeId, CodingId } from '#lib/domain/project/ids.ts';
import { m } from '#lib/paraglide/messages.js';
import { toasts, type ToastAction } from '../dialog/toasts.svelte.ts';
import type { DeskCoding } from './desk-coding.ts';
import type { OnFailure } from './sending.ts';

type Desk = {
	readonly store: { get(id: CodingId): DeskCoding | undefined };
	readonly sync: { letChangeGo(id: CodingId): boolean };
	nameOf(codeId: CodeId): string;
};

/** The messages about what could not be stored; one goes by itself once what it tells of is stored after all. */
export class ToldFailures {
	readonly #desk: Desk;
	/** the messages about codings that stand in the list of what is not stored */
	#told: { readonly id: CodingId; readonly codeId: CodeId; readonly told: number }[] = [];

	/** the messages that a coding was taken away */
	readonly #removals = new Map<CodingId, number>();

	constructor(desk: Desk) {
		this.#desk = desk;
	}

	/** Tells that a coding was taken away, with a way back; that goes when it could not be taken away after all. */
	tellRemoval(id: CodingId, text: string, undo: ToastAction): void {
		this.#removals.set(id, toasts.say(text, undo));
	}

	/** Takes all messages away: somebody else tells what could not be stored. */
	forget(): void {
		for (const { told } of this.#told) toasts.settle(told);
		this.#told = [];
	}

	/** Tells that something did not come through. */
	readonly tell: OnFailure = (what, coding, problem, again) => {
		const name = this.#desk.nameOf(coding.codeId);
		if (what === 'remove') toasts.settle(this.#removals.get(coding.id) ?? 0);
		const text = {
			add: m.desk_not_saved,
			change: m.desk_not_changed,
			remove: m.desk_not_removed,
			restore: m.desk_not_restored
		}[what]({ name, problem });
		const told = toasts.fail(text, again && { label: m.desk_retry(), onDo: again });
		// What the server refused has only its message, which stays.
		if (this.#desk.store.get(coding.id)?.state === 'failed')
			this.#told.push({ id: coding.id, codeId: coding.codeId, told });
	};

	/** Takes a message away once what it is about was done after all or given up, from wherever that was asked. */
	settle(): void {
		const isSettled = ({ id }: { readonly id: CodingId }) => {
			const coding = this.#desk.store.get(id);
			return coding === undefined || coding.state === 'saved';
		};
		const gone = this.#told.filter(isSettled);
		this.#told = this.#told.filter((one) => !isSettled(one));
		for (const { id, codeId, told } of gone) {
			toasts.settle(told);
			if (!this.#desk.store.get(id) && this.#desk.sync.letChangeGo(id))
				tellChangeGone(m.desk_someone(), this.#desk.nameOf(codeId));
		}
	}
}

/** Tells that a change can no longer be stored, since somebody took its coding away. */
export const tellChangeGone = (who: string, name: string): void => void toasts.fail(m.desk_change_gone({ who, name }));
