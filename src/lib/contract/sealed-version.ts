import { z } from 'zod';
import { openKeyInput } from './pseudonym.ts';
import type { RouteDescription } from './route-description.ts';
import { id } from './text.ts';

export const openVersionInput = openKeyInput;

const number = z.int().min(1);
const openUntil = z.iso.datetime().nullable().describe('tot wanneer u hem kunt lezen; null: voor u verzegeld');

export const sealedVersionItem = z.object({ version: number, at: z.iso.datetime(), by: z.string(), openUntil });

export const sealedVersionsAnswer = z.object({ sourceId: id, items: z.array(sealedVersionItem) });
export type SealedVersionsAnswer = z.infer<typeof sealedVersionsAnswer>;

export const openedVersionAnswer = z.object({ version: number, openUntil: z.iso.datetime() });
export type OpenedVersionAnswer = z.infer<typeof openedVersionAnswer>;

export const sealedVersionAnswer = openedVersionAnswer.extend({ text: z.string() });
export type SealedVersionAnswer = z.infer<typeof sealedVersionAnswer>;

/** The page on which the holder of the key reads a sealed text. */
export type SealedScreen = SealedVersionsAnswer & {
	/** null: none was asked for, or it is sealed */
	readonly seen: SealedVersionAnswer | null;
};

const tag = 'Pseudoniemen';
const sealed = '/projects/{projectId}/sources/{sourceId}/sealed-versions';
const params = { version: z.coerce.number().int().min(1) };

/** The routes with which the holder of the key reads texts from before their pseudonyms. */
export const sealedVersionRoutes: readonly RouteDescription[] = [
	{
		method: 'GET',
		path: sealed,
		summary: 'De verzegelde versies van de tekst, zonder hun woorden; alleen voor de sleutelbeheerder',
		tag,
		status: 200,
		answer: sealedVersionsAnswer
	},
	{
		method: 'POST',
		path: `${sealed}/{version}/openings`,
		summary: 'Opent een verzegelde versie voor uzelf, een uur lang, met een reden die bewaard blijft',
		tag,
		params,
		body: openVersionInput,
		status: 201,
		answer: openedVersionAnswer
	},
	{
		method: 'GET',
		path: `${sealed}/{version}`,
		summary: 'De tekst van een verzegelde versie, zolang u hem open hebt',
		tag,
		params,
		status: 200,
		answer: sealedVersionAnswer
	}
];
