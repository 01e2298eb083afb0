import { z } from 'zod';
import { longestNote } from '../domain/coding/join-notes.ts';
import { groups } from '../domain/source/source.ts';
import { limitQuery } from './paging.ts';
import { emptyLine, id, paragraph } from './text.ts';

const valence = z.enum(['forward', 'backward', 'good', 'improve']);
const position = z.int().min(0);
const memo = paragraph(longestNote);

const passage = {
	sourceId: id,
	version: z.int().min(1).optional().describe('tekstversie waarover geteld is; klopt die niet meer, dan volgt 409'),
	start: position.describe('Unicode-tekens (code points) over de canonieke tekst, vanaf 0'),
	end: position.describe('half-open: het teken op deze plaats hoort er niet meer bij'),
	valences: z.array(valence).max(4).optional().describe('hooguit één per as'),
	memo: memo.optional(),
	important: z.boolean().optional()
};

/** One code on one passage: the body of POST /codings. */
export const applyCodeInput = z.strictObject({ ...passage, codeId: id });

/** Several codes on one passage in one go: what the picker of the coding desk sends. Also a body of POST /codings. */
export const applyCodesInput = z.strictObject({ ...passage, codeIds: z.array(id).min(1).max(50) });
export type ApplyCodesInput = z.infer<typeof applyCodesInput>;

const seenChangedAt = z.iso
	.datetime()
	.optional()
	.describe('wanneer de codering voor het laatst veranderde, zoals u haar zag; klopt dat niet meer, dan volgt 409');

export const removeCodingQuery = z.strictObject({
	changedAt: seenChangedAt,
	onlyOwn: z
		.literal('true')
		.optional()
		.describe(
			'alleen als werk van niemand anders erop steunt; anders volgt 409. Zo neemt ongedaan maken geen werk van een ander mee'
		),
	into: id
		.optional()
		.describe(
			'de codering waarin deze opgaat: van dezelfde persoon, met dezelfde code, in hetzelfde gesprek. Eigen memo’s en gekozen citaten gaan mee, en komen terug als deze codering terugkomt. Er geldt wat bij onlyOwn staat'
		)
});

/** Resize (`start` and `end` together, or `moveEdge`), recode, valences, memo, important; what is left out stays as it is. */
export const changeCodingInput = z.strictObject({
	changedAt: seenChangedAt,
	version: z.int().min(1).optional(),
	start: position.optional(),
	end: position.optional(),
	moveEdge: z
		.strictObject({
			edge: z.enum(['start', 'end']),
			step: z.union([z.literal(1), z.literal(-1)]),
			by: z.enum(['word', 'sentence'])
		})
		.optional()
		.describe('begin of einde een woord of zin later (1) of eerder (-1), in plaats van start en end'),
	codeId: id.optional(),
	takesBack: z
		.literal(true)
		.optional()
		.describe(
			'codeId is de code die de codering eerder had: dit neemt een hercodering terug, of doet haar opnieuw. Dan telt weer het moment van toen (codeSetAt)'
		),
	valences: z.array(valence).max(4).optional(),
	memo: memo.optional(),
	important: z.boolean().optional()
});
export type ChangeCodingInput = z.infer<typeof changeCodingInput>;

/** A coding as it stands. */
export const codingAnswer = z.object({
	id: id,
	sourceId: id,
	version: z.int(),
	start: z.int(),
	end: z.int(),
	quote: z.string(),
	codeId: id,
	coderId: id,
	valences: z.array(valence),
	memo: z.string(),
	important: z.boolean(),
	codedAt: z.iso.datetime(),
	codeSetAt: z.iso
		.datetime()
		.describe(
			'wanneer de codering de code kreeg die zij nu heeft; gelijk aan codedAt zolang niemand haar een andere code gaf. Samenvoegen van codes telt niet mee, splitsen wel'
		),
	decidedAt: z
		.object({
			range: z.iso.datetime().optional().describe('het fragment'),
			valences: z.iso.datetime().optional().describe('de richting'),
			isImportant: z.iso.datetime().optional().describe('het belang')
		})
		.optional()
		.describe('wanneer iemand dit het laatst anders maakte; wat ontbreekt is nog zoals bij het maken'),
	changedAt: z.iso.datetime()
});
export type CodingAnswer = z.infer<typeof codingAnswer>;

/** What several codes on one passage became; `existing` were there already, by the same coder. */
export const appliedCodesAnswer = z.object({
	items: z.array(codingAnswer),
	existing: z.array(z.object({ codeId: id, id: id.nullable().describe('null: net verwijderd') }))
});
export type AppliedCodesAnswer = z.infer<typeof appliedCodesAnswer>;

export const removedCodingAnswer = z.object({ id: id, deletionId: id });
export type RemovedCodingAnswer = z.infer<typeof removedCodingAnswer>;

export const restoreCodingInput = z.strictObject({ deletionId: id });

/** Yes or no, also as it stands in an address. */
export const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]);

export const listCodingsQuery = z.strictObject({
	sourceId: id.optional(),
	codeId: id.optional(),
	includeDescendants: flag.optional().describe('ook de codes onder codeId'),
	coderId: id.optional(),
	areaId: id.optional().describe('dit gebied en wat erin ligt'),
	waveId: id.optional(),
	group: z.enum(groups).optional(),
	valence: valence.optional(),
	pillarId: id.optional(),
	important: flag.optional(),
	q: emptyLine(200).optional().describe('woorden in het citaat'),
	...limitQuery
});

/** A quote: a coding with its place in codebook and frame. */
export const codingItem = codingAnswer.extend({
	codePath: z.string().describe('bv. Wonen › Groen en spelen'),
	coderName: z.string(),
	reference: z.string().describe('bv. VOL-B-01 · 2023 · beurt 14'),
	turn: z.int().nullable().describe('nummer van de beurt waarin het fragment begint'),
	codebookVersion: z
		.object({ id: id, number: z.int(), name: z.string() })
		.nullable()
		.describe(
			'de versie van het codeboek waaronder de huidige code gegeven werd (codeSetAt); null: van voor de eerste versie'
		),
	source: z.object({
		id: id,
		title: z.string(),
		areaId: id,
		areaName: z.string(),
		waveId: id,
		waveYear: z.int(),
		studyId: id.nullable(),
		group: z.enum(groups).nullable().describe('null: van niemand, zoals een observatie'),
		conductedOn: z.string().nullable(),
		quotesAllowed: z.boolean()
	})
});
export type CodingItem = z.infer<typeof codingItem>;
