import { z } from 'zod';
import { speakerRoles } from '../domain/source/speaker.ts';
import { speakerAnswer, turnAnswer } from './source.ts';
import { id, line, paragraph } from './text.ts';

const seenTurn = {
	ordinal: z.int().min(1),
	start: z.int().min(0).describe('waar de beurt begon toen u haar zag; klopt dat niet meer, dan volgt 409')
};
const label = line(100);
const ms = z.int().min(0).nullable();

const operation = z.discriminatedUnion('kind', [
	z.strictObject({
		kind: z.literal('split'),
		...seenTurn,
		at: z.int().min(0).describe('eerste teken van de nieuwe beurt'),
		resumeAt: z.int().min(0).nullable().default(null).describe('waar de woorden na een gemist sprekerlabel beginnen'),
		speakerId: id.nullable(),
		times: z
			.strictObject({ endMs: ms, startMs: ms })
			.optional()
			.describe('einde van de eerste en begin van de tweede beurt, in milliseconden; weglaten als dat onbekend is')
	}),
	z.strictObject({ kind: z.literal('join'), ...seenTurn }),
	z.strictObject({ kind: z.literal('assign'), ...seenTurn, speakerId: id.nullable() }),
	z.strictObject({ kind: z.literal('add-speaker'), label, role: z.enum(speakerRoles) }),
	z.strictObject({
		kind: z.literal('set-times'),
		...seenTurn,
		startMs: ms.describe('begin in de opname, in milliseconden; null: niet bekend'),
		endMs: ms
	}),
	z.strictObject({
		kind: z.literal('rename-speaker'),
		speakerId: id,
		label,
		inText: z
			.boolean()
			.optional()
			.describe('true: ook waar de oude naam als label in de tekst staat; dat maakt een nieuwe versie van de tekst')
	}),
	z.strictObject({ kind: z.literal('set-role'), speakerId: id, role: z.enum(speakerRoles) }),
	z.strictObject({ kind: z.literal('merge-speakers'), speakerId: id, intoSpeakerId: id })
]);

/** What mends the cut of a text into turns, all or nothing, against a version of the text. */
export const changeTurnsInput = z.strictObject({
	version: z.int().min(1),
	operations: z.array(operation).min(1).max(500),
	reason: paragraph(1000)
		.optional()
		.describe('waarom de tekst verandert, bij een naam die in de tekst verandert of een tijd na het vrijgeven')
});
export type ChangeTurnsInput = z.infer<typeof changeTurnsInput>;

/** The cut as it is now. */
export const cutAnswer = z.object({
	version: z.int(),
	turns: z.array(turnAnswer),
	speakers: z.array(speakerAnswer)
});
export type CutAnswer = z.infer<typeof cutAnswer>;
