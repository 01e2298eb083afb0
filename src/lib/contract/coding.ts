import { z } from 'zod';
import { groups } from '../domain/source/source.ts';
import { limitQuery } from './paging.ts';

const valence = z.enum(['forward', 'backward', 'good', 'improve']);
const position = z.int().min(0);
const memo = z.string().max(10_000);

const passage = {
	sourceId: z.uuid(),
	version: z.int().min(1).optional().describe('tekstversie waarover geteld is; klopt die niet meer, dan volgt 409'),
	start: position.describe('Unicode-tekens (code points) over de canonieke tekst, vanaf 0'),
	end: position.describe('half-open: het teken op deze plaats hoort er niet meer bij'),
	valences: z.array(valence).max(4).optional().describe('hooguit één per as'),
	memo: memo.optional(),
	important: z.boolean().optional()
};

/** One code on one passage: the body of POST /codings. */
export const applyCodeInput = z.strictObject({ ...passage, codeId: z.uuid() });
export type ApplyCodeInput = z.infer<typeof applyCodeInput>;

/** Several codes on one passage in one go: what the picker of the coding desk sends. */
export const applyCodesInput = z.strictObject({ ...passage, codeIds: z.array(z.uuid()).min(1).max(50) });
export type ApplyCodesInput = z.infer<typeof applyCodesInput>;

/** Resize (`start` and `end` together), recode, valences, memo, important; what is left out stays as it is. */
export const changeCodingInput = z.strictObject({
	version: z.int().min(1).optional(),
	start: position.optional(),
	end: position.optional(),
	codeId: z.uuid().optional(),
	valences: z.array(valence).max(4).optional(),
	memo: memo.optional(),
	important: z.boolean().optional()
});
export type ChangeCodingInput = z.infer<typeof changeCodingInput>;

/** A coding as it stands. */
export const codingAnswer = z.object({
	id: z.uuid(),
	sourceId: z.uuid(),
	version: z.int(),
	start: z.int(),
	end: z.int(),
	quote: z.string(),
	codeId: z.uuid(),
	coderId: z.uuid(),
	valences: z.array(valence),
	memo: z.string(),
	important: z.boolean(),
	codedAt: z.iso.datetime()
});
export type CodingAnswer = z.infer<typeof codingAnswer>;

/** What several codes on one passage became; `existing` were there already, by the same coder. */
export const appliedCodesAnswer = z.object({
	items: z.array(codingAnswer),
	existing: z.array(z.object({ codeId: z.uuid() }))
});
export type AppliedCodesAnswer = z.infer<typeof appliedCodesAnswer>;

export const removedCodingAnswer = z.object({ id: z.uuid(), deletionId: z.uuid() });
export type RemovedCodingAnswer = z.infer<typeof removedCodingAnswer>;

export const restoreCodingInput = z.strictObject({ deletionId: z.uuid() });

const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]);

export const listCodingsQuery = z.strictObject({
	sourceId: z.uuid().optional(),
	codeId: z.uuid().optional(),
	includeDescendants: flag.optional().describe('ook de codes onder codeId'),
	coderId: z.uuid().optional(),
	areaId: z.uuid().optional().describe('dit gebied en wat erin ligt'),
	waveId: z.uuid().optional(),
	group: z.enum(groups).optional(),
	valence: valence.optional(),
	pillarId: z.uuid().optional(),
	important: flag.optional(),
	q: z.string().max(200).optional().describe('woorden in het citaat'),
	...limitQuery
});
export type ListCodingsQuery = z.infer<typeof listCodingsQuery>;

/** A quote: a coding with its place in codebook and frame. */
export const codingItem = codingAnswer.extend({
	codePath: z.string().describe('bv. Wonen › Groen en spelen'),
	coderName: z.string(),
	reference: z.string().describe('bv. VOL-B-01 · 2023 · beurt 14'),
	turn: z.int().nullable().describe('nummer van de beurt waarin het fragment begint'),
	source: z.object({
		id: z.uuid(),
		title: z.string(),
		areaId: z.uuid(),
		areaName: z.string(),
		waveId: z.uuid(),
		waveYear: z.int(),
		studyId: z.uuid().nullable(),
		group: z.enum(groups),
		conductedOn: z.string().nullable(),
		quotesAllowed: z.boolean()
	})
});
export type CodingItem = z.infer<typeof codingItem>;
