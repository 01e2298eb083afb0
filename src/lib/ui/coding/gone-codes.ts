import type { DeskCode } from '#lib/contract/coding-desk.ts';
import type { CodeId } from '#lib/domain/project/ids.ts';
import { m } from '#lib/paraglide/messages.js';
import { toasts } from '../dialog/toasts.svelte.ts';
import type { TurnView } from '../transcript/turn-view.ts';

/** The desk as far as one code changes how it works or what it shows. */
type Desk = {
	markerId: CodeId | null;
	onlyId: CodeId | null;
	readonly turns: readonly TurnView[];
	readonly store: { onTurns(turns: readonly TurnView[]): void };
	codeOf(codeId: CodeId): DeskCode | undefined;
	nameOf(codeId: CodeId): string;
};

/** Puts a marker away whose code went from the codebook, and shows all when only that code was shown; both are told. */
export const putGoneAway = (desk: Desk): void => {
	const { markerId, onlyId } = desk;
	if (markerId !== null && desk.codeOf(markerId)?.isCodable !== true) {
		desk.markerId = null;
		toasts.say(m.desk_marker_gone({ name: desk.nameOf(markerId) }));
	}
	if (onlyId !== null && !desk.codeOf(onlyId)) {
		desk.onlyId = null;
		desk.store.onTurns(desk.turns);
		toasts.say(m.desk_only_gone({ name: desk.nameOf(onlyId) }));
	}
};
