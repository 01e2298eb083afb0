import type { SpeakerId } from '../project/ids.ts';
import type { Edit } from '../text/edit.ts';
import { editOf, type Hunk } from '../text/hunk.ts';
import type { PositionMap } from '../text/position.ts';
import type { Turn } from './turn.ts';

/** A speaker who is called otherwise from now on. */
export type Renaming = { readonly speakerId: SpeakerId; readonly from: string; readonly to: string };

/**
 * The edit that writes new names of speakers where the old ones stand as labels before their turns. What is said in a
 * turn is left alone, also where somebody is called by name.
 */
export const relabelEdit = (map: PositionMap, turns: readonly Turn[], renamings: readonly Renaming[]): Edit => {
	const bySpeaker = new Map<SpeakerId | null, Renaming>(renamings.map((renaming) => [renaming.speakerId, renaming]));
	const hunks: Hunk[] = [];
	let at = 0;
	for (const { start, end, speakerId } of turns) {
		const renaming = bySpeaker.get(speakerId);
		const label = renaming && renaming.from !== renaming.to ? lastWord(map.slice(at, start), renaming.from) : null;
		if (renaming && label !== null) {
			const length = [...renaming.from].length;
			hunks.push({ start: at + label, end: at + label + length, insert: renaming.to });
		}
		at = end;
	}
	return editOf(hunks);
};

/** Where a label stands for the last time as words of their own, in code points; null when it does not. */
const lastWord = (text: string, label: string): number | null => {
	for (let at = text.lastIndexOf(label); at !== -1; at = at === 0 ? -1 : text.lastIndexOf(label, at - 1)) {
		const [before, after] = [text.slice(0, at), text.slice(at + label.length)];
		if (!/[\p{L}\p{N}\p{M}]$/u.test(before) && !/^[\p{L}\p{N}\p{M}]/u.test(after)) return [...before].length;
	}
	return null;
};
