import type { UserId } from '#lib/domain/project/ids.ts';
import { keepOwn, readOwn } from '../own-storage.ts';

/** What a browser remembers of the pane beside the text: ids and numbers, never words. */
export type KeptBeside = {
	readonly isOpen: boolean;
	readonly kind: BesideKind;
	readonly sourceId: string | null;
	readonly turn: number | null;
	/** the interview that was the main one before this pane's took its place */
	readonly cameFrom: string | null;
	readonly codeId: string | null;
	/** part of the width that the pane has, in percent */
	readonly share: number;
};

/** What the pane shows: another interview, or the quotes of a code. */
export type BesideKind = 'source' | 'quotes';

/** The least and the most of the width that the pane takes, in percent: both texts can still be read. */
export const shares = { least: 25, most: 70, first: 46 } as const;

export const noBeside: KeptBeside = {
	isOpen: false,
	kind: 'source',
	sourceId: null,
	turn: null,
	cameFrom: null,
	codeId: null,
	share: shares.first
};

const keyOf = (projectId: string) => `wijkstem.beside.${projectId}`;

export const keepBeside = (projectId: string, userId: UserId, kept: KeptBeside): void =>
	keepOwn(keyOf(projectId), userId, kept);

export const readBeside = (projectId: string, userId: UserId): KeptBeside => {
	try {
		return besideFrom(JSON.parse(readOwn(keyOf(projectId), userId) ?? 'null'));
	} catch {
		return noBeside;
	}
};

/** Reads what was kept; what is not of its kind falls back to the beginning. */
export const besideFrom = (value: unknown): KeptBeside => {
	if (typeof value !== 'object' || value === null) return noBeside;
	const kept = new Map<string, unknown>(Object.entries(value));
	const id = (name: string) => {
		const read = kept.get(name);
		return typeof read === 'string' && /^[0-9a-f-]{36}$/i.test(read) ? read : null;
	};
	const turn = kept.get('turn');
	return {
		isOpen: kept.get('isOpen') === true,
		kind: kept.get('kind') === 'quotes' ? 'quotes' : 'source',
		sourceId: id('sourceId'),
		turn: typeof turn === 'number' && Number.isInteger(turn) && turn > 0 ? turn : null,
		cameFrom: id('cameFrom'),
		codeId: id('codeId'),
		share: shareFrom(kept.get('share'))
	};
};

/** A share of the width within its bounds. */
export const shareFrom = (value: unknown): number =>
	typeof value === 'number' && Number.isFinite(value)
		? Math.round(Math.min(Math.max(value, shares.least), shares.most))
		: shares.first;
