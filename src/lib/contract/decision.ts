import { z } from 'zod';
import { basisSayings } from '../domain/integration/decision-basis.ts';
import { fits } from '../domain/integration/fit.ts';
import { readingAnswers } from '../domain/integration/second-reading.ts';
import { list } from './list.ts';
import { paragraph } from './text.ts';

/** An author's judgement on a row. */
export const decideFitInput = z.strictObject({
	fit: z.enum(fits),
	reason: paragraph(2000)
		.default('')
		.describe('nodig als het oordeel afwijkt van het voorstel, en altijd bij contradicts'),
	metaInference: paragraph(2000).default('').describe('kernboodschap: een of twee zinnen'),
	withoutExplanation: z.boolean().default(false).describe('bij contradicts zonder verklaring: nog geen verklaring'),
	fingerprint: z
		.string()
		.max(100)
		.optional()
		.describe('dataFingerprint van de rij waarop besloten is; klopt die niet meer, dan volgt 409'),
	decidedAt: z.iso
		.datetime()
		.nullable()
		.optional()
		.describe('van het besluit dat u zag, null: er was er geen; is er intussen een ander, dan volgt 409')
});

/** A decision as it was made; who, when, why, and on which proposal. */
export const decisionAnswer = z.object({
	fit: z.enum(fits),
	reason: z.string(),
	metaInference: z.string(),
	proposal: z.enum(fits).nullable(),
	dataFingerprint: z.string(),
	withoutExplanation: z.boolean(),
	decidedBy: z.uuid(),
	decidedByName: z.string(),
	decidedAt: z.iso.datetime()
});

const numbers = { before: z.number(), after: z.number() };

const outcome = z.enum(['better', 'worse', 'same', 'neutral', 'unknown']);

/** One thing that is otherwise than when somebody decided. */
export const decisionChange = z.discriminatedUnion('kind', [
	z.object({
		...{ kind: z.literal('figure'), label: z.string(), unit: z.string(), year: z.int() },
		...{ before: z.number().nullable(), after: z.number().nullable() }
	}),
	z
		.object({ kind: z.literal('figure-details'), label: z.string(), year: z.int() })
		.describe('aantal, marges, peiljaar of trendbreuk; de waarde zelf is gelijk'),
	z
		.object({ kind: z.literal('figure-suppressed'), label: z.string(), year: z.int() })
		.describe('het cijfer mag niet meer worden verteld; ook niet wat het was'),
	z
		.object({
			...{ kind: z.literal('figure-tested'), label: z.string() },
			...{ before: z.boolean().nullable(), after: z.boolean().nullable() }
		})
		.describe('wat de bron zelf toetste tussen de eerste en de laatste ronde: veranderd of niet; null: niet getoetst'),
	z.object({ kind: z.literal('development'), label: z.string(), before: outcome, after: outcome }),
	z.object({ kind: z.enum(['figure-linked', 'figure-unlinked', 'relation']), label: z.string() }),
	z.object({
		kind: z.enum([
			'interviews-new',
			'interviews-gone',
			'interviews-withdrawn',
			'interviews-changed',
			'interviews-regrouped'
		]),
		count: z.int()
	}),
	z
		.object({ kind: z.literal('voices'), saying: z.enum(basisSayings), ...numbers })
		.describe('gesprekken die dit zeggen'),
	z.object({ kind: z.enum(['total', 'codings']), ...numbers }).describe('gesprekken die meetellen; coderingen'),
	z.object({ kind: z.literal('proposal'), before: z.enum(fits).nullable(), after: z.enum(fits).nullable() })
]);

/** What a second researcher said of a decision. */
export const secondReadingAnswer = z.object({
	answer: z.enum(readingAnswers),
	fit: z.enum(fits).nullable().describe('wat de tweede lezer zou vaststellen; null: hetzelfde'),
	reason: z.string(),
	readBy: z.uuid(),
	readByName: z.string(),
	readAt: z.iso.datetime()
});

const sinceCounts = { added: z.int(), changed: z.int(), gone: z.int() };

/** The decision on a row, beside the data of now. */
export const rowDecision = decisionAnswer.extend({
	needsReview: z.boolean().describe('de gegevens zijn veranderd: opnieuw bekijken'),
	changes: list(decisionChange)
		.nullable()
		.describe('wat er sindsdien veranderde; null: niet bewaard waarop besloten is'),
	findingsSince: z
		.object({
			...sinceCounts,
			observations: z.object(sinceCounts).describe('hetzelfde van observaties van de openbare ruimte')
		})
		.optional()
		.describe(
			'bevindingen van deelonderzoek, over de cijfers van het thema of de hele pijler, die er sindsdien bij kwamen, veranderden of weggingen; het oordeel blijft staan'
		),
	readings: list(secondReadingAnswer).describe('wat tweede lezers ervan zeggen: van ieder het laatste, nieuwste eerst')
});

export type SecondReadingAnswer = z.infer<typeof secondReadingAnswer>;

/** All that was decided on a row, the newest first. */
export const decisionHistoryAnswer = z.object({
	items: list(
		rowDecision.extend({
			forerunner: z
				.string()
				.nullable()
				.describe('de code die hierin opging en waarover dit besluit was; null: over dit thema zelf')
		})
	)
});

export type DecisionHistoryAnswer = z.infer<typeof decisionHistoryAnswer>;

/** What a second researcher says of the decision on a row. */
export const readDecisionInput = z.strictObject({
	answer: z.enum(readingAnswers).describe('confirms: eens, differs: anders'),
	fit: z.enum(fits).nullable().default(null).describe('bij differs: wat het volgens u is'),
	reason: paragraph(2000).default('').describe('nodig bij differs'),
	decidedAt: z.iso.datetime().optional().describe('van het besluit dat u las; is er intussen een ander, dan volgt 409')
});

/** The decisions that ask to be looked at again. */
export const decisionsToReviewAnswer = z.object({
	items: list(
		z.object({
			rowId: z.string(),
			pillar: z.object({ id: z.uuid(), name: z.string() }),
			area: z.object({ id: z.uuid(), name: z.string() }),
			from: z.object({ id: z.uuid(), label: z.string(), year: z.int() }),
			to: z.object({ id: z.uuid(), label: z.string(), year: z.int() }),
			codeId: z.uuid(),
			theme: z.string(),
			decision: rowDecision
		})
	)
});

export type DecisionsToReviewAnswer = z.infer<typeof decisionsToReviewAnswer>;

/** The answer to PUT decision: what was decided, on the data of now. */
export const decidedAnswer = rowDecision.extend({ rowId: z.string() });

export type DecidedAnswer = z.infer<typeof decidedAnswer>;
