import { z } from 'zod';
import { indicatorRelations } from '../domain/codebook/code.ts';
import { basisSayings } from '../domain/integration/decision-basis.ts';
import { directions, indicatorKinds } from '../domain/indicator/indicator.ts';
import {
	explanationKinds,
	explanationStrengths,
	recognisedAnswers,
	voicesOfExplanations
} from '../domain/integration/explanation.ts';
import { fits } from '../domain/integration/fit.ts';
import { findingDirections } from '../domain/integration/study-evidence.ts';
import { readingAnswers } from '../domain/integration/second-reading.ts';
import { groups } from '../domain/source/source.ts';
import { evidenceItem } from './explanation.ts';
import { limitQuery } from './paging.ts';
import { id, paragraph } from './text.ts';

export const comparisonKinds = ['municipality', 'region', 'country'] as const;

/** Which joint display: without waves from the first round to the last. */
export const jointDisplayQuery = z.strictObject({
	pillarId: id,
	areaId: id,
	fromWaveId: id.optional().describe('eerste ronde; zonder: de eerste van het project'),
	toWaveId: id.optional().describe('laatste ronde; zonder: de laatste van het project'),
	comparison: z.enum(comparisonKinds).optional().describe('zonder: het dichtstbijzijnde gebied met een waarde')
});
export type JointDisplayQuery = z.infer<typeof jointDisplayQuery>;

/** Which overview; `group` only chooses whose signs are shown, judgements stay those of both groups. */
export const matrixQuery = z.strictObject({
	fromWaveId: id.optional(),
	toWaveId: id.optional(),
	group: z.enum(groups).optional()
});

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
		.describe('dataFingerprint van de rij waarop besloten is; klopt die niet meer, dan volgt 409')
});

/** The passages to choose quotes from. */
export const quoteChoicesQuery = z.strictObject({
	group: z.enum(groups).optional(),
	valence: z.enum(['forward', 'backward', 'good', 'improve']).optional(),
	...limitQuery
});

/** A list as the domain gives it: nobody changes an answer. */
const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();

const verdict = z.enum(['better', 'worse', 'same']);
const themeDevelopment = z.enum(['better', 'same', 'worse', 'mixed', 'unknown']);
const threshold = z.object({ value: z.number(), unit: z.enum(['points', 'percent']) });

const development = z.discriminatedUnion('kind', [
	z.object({
		kind: z.literal('known'),
		verdict: verdict.describe('gecorrigeerd voor de richting van de indicator'),
		delta: z.number().describe('tweede waarde min eerste; procentpunten als inPercentagePoints waar is'),
		inPercentagePoints: z.boolean(),
		relative: z.number().nullable().describe('verschil in procent van de eerste waarde'),
		basis: z.discriminatedUnion('kind', [
			z.object({ kind: z.literal('intervals'), overlap: z.boolean() }),
			z.object({ kind: z.literal('threshold'), threshold, cases: z.number().nullable() })
		])
	}),
	z.object({ kind: z.literal('neutral'), delta: z.number().nullable(), inPercentagePoints: z.boolean() }),
	z.object({
		kind: z.literal('unknown'),
		reason: z.object({ kind: z.enum(['missing', 'suppressed', 'trend-break', 'no-base']), waveId: z.uuid() })
	})
]);

const figureValue = z.object({
	waveId: z.uuid(),
	year: z.int(),
	referenceYear: z.int().nullable().describe('peiljaar'),
	value: z.number().nullable(),
	n: z.int().nullable(),
	lower: z.number().nullable(),
	upper: z.number().nullable(),
	suppressed: z.boolean(),
	trendBreak: z.boolean(),
	note: z.string()
});

export const indicatorFigures = z.object({
	indicatorId: z.uuid(),
	key: z.string(),
	label: z.string(),
	unit: z.string(),
	direction: z.enum(directions),
	kind: z.enum(indicatorKinds),
	source: z.string(),
	threshold,
	relation: z.enum(indicatorRelations).nullable().describe('alleen same-topic telt mee'),
	values: list(figureValue),
	development,
	comparison: z
		.object({ areaId: z.uuid(), areaName: z.string(), values: list(figureValue), development })
		.nullable()
		.describe('de eigen waarde naast die van een groter gebied, in de laatste ronde')
});

const figureRecognition = z.object({
	id: z.uuid(),
	sessionId: z.uuid(),
	indicatorId: z.uuid(),
	answer: z.enum(recognisedAnswers),
	saidBy: z.enum(voicesOfExplanations),
	remark: z.string(),
	heldOn: z.string().describe('dag van de sessie'),
	createdBy: z.uuid(),
	createdAt: z.iso.datetime()
});

const voiceCount = z.object({
	total: z.int().describe('gesprekken die meetellen, ook als zij het thema niet noemen'),
	mentions: z.int().describe('gesprekken die het thema noemen'),
	forward: z.int(),
	backward: z.int(),
	improve: z.int(),
	good: z.int(),
	outcome: z.enum(['forward', 'divided', 'backward', 'improve-only', 'no-direction', 'silent']),
	level: z.enum(['concern', 'no-concern']).nullable(),
	isThin: z.boolean().describe('minder dan drie gesprekken')
});

const valences = z.object({
	change: z.enum(['forward', 'backward']).nullable(),
	level: z.enum(['good', 'improve']).nullable()
});

const chosenQuote = z.object({
	codingId: z.uuid(),
	codeId: z.uuid(),
	sourceId: z.uuid(),
	group: z.enum(groups).nullable(),
	waveId: z.uuid(),
	text: z.string().nullable().describe('null zonder toestemming om te citeren'),
	reference: z.string().describe('bv. VOL-B-01 · 2023 · beurt 14'),
	valences
});

/** A passage to choose from; `isChosen` says that it stands in the row already. */
export const quoteChoice = chosenQuote.extend({ isChosen: z.boolean() });
export type QuoteChoiceAnswer = z.infer<typeof quoteChoice>;

export const quoteChoicesAnswer = z.object({ items: list(quoteChoice), nextCursor: z.string().nullable() });
export type QuoteChoicesAnswer = z.infer<typeof quoteChoicesAnswer>;

const explanation = z.object({
	id: z.uuid(),
	indicatorId: z.uuid(),
	areaId: z.uuid(),
	fromWaveId: z.uuid(),
	toWaveId: z.uuid(),
	kind: z.enum(explanationKinds),
	text: z.string(),
	saidBy: z.enum(voicesOfExplanations),
	evidence: z.string(),
	counterEvidence: z.string(),
	evidenceItems: list(evidenceItem),
	strength: z.enum(explanationStrengths),
	sessionId: z.uuid().nullable(),
	recognised: z.enum(recognisedAnswers).nullable()
});

const shownEvidence = {
	id: z.uuid(),
	studyId: z.uuid(),
	study: z.string().describe('naam van het deelonderzoek'),
	institute: z.string(),
	period: z.string(),
	n: z.int().nullable(),
	indicatorIds: list(z.uuid()),
	areas: list(z.string()).describe('namen; leeg: alle gebieden'),
	years: list(z.int()).describe('rondes; leeg: niet aan een ronde gebonden')
};
const shownFinding = z.object({ ...shownEvidence, text: z.string(), direction: z.enum(findingDirections) });
const shownTable = z.object({ ...shownEvidence, caption: z.string() });

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
	z.object({ kind: z.literal('development'), label: z.string(), before: outcome, after: outcome }),
	z.object({ kind: z.enum(['figure-linked', 'figure-unlinked', 'relation']), label: z.string() }),
	z.object({
		kind: z.enum(['interviews-new', 'interviews-gone', 'interviews-withdrawn', 'interviews-changed']),
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

const rowDecision = decisionAnswer.extend({
	needsReview: z.boolean().describe('de gegevens zijn veranderd: opnieuw bekijken'),
	changes: list(decisionChange)
		.nullable()
		.describe('wat er sindsdien veranderde; null: niet bewaard waarop besloten is'),
	readings: list(secondReadingAnswer).describe('wat tweede lezers ervan zeggen: van ieder het laatste, nieuwste eerst')
});

export type SecondReadingAnswer = z.infer<typeof secondReadingAnswer>;

/** All that was decided on a row, the newest first. */
export const decisionHistoryAnswer = z.object({ items: list(rowDecision) });
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

const displayRow = z.object({
	rowId: z.string().describe('geeft de rij aan in andere adressen; verder zonder betekenis'),
	codeId: z.uuid(),
	name: z.string(),
	path: z.string(),
	definition: z.string(),
	section: z.enum(['both', 'voices-only', 'figures-only', 'no-data']),
	figures: list(indicatorFigures),
	development: themeDevelopment.describe('over de cijfers met relatie same-topic'),
	comparison: themeDevelopment.describe('zo staat het gebied ervoor naast het gekozen gebied, over dezelfde cijfers'),
	residents: voiceCount,
	professionals: voiceCount,
	together: voiceCount,
	groups: z.enum(['agree', 'disagree', 'partly', 'one-silent', 'both-silent']),
	codings: z.int().describe('coderingen van het thema in de gesprekken die meetellen'),
	signs: list(
		z.object({
			sourceId: z.uuid(),
			title: z.string().describe('leeg voor wie de gesprekken niet mag zien'),
			group: z.enum(groups),
			waveId: z.uuid(),
			year: z.int(),
			change: z.enum(['forward', 'backward', 'both']).nullable(),
			level: z.enum(['good', 'improve', 'both']).nullable()
		})
	).describe('een per gesprek dat het thema noemt'),
	quotes: list(chosenQuote).describe('leeg voor wie geen citaten mag lezen'),
	explanations: list(explanation),
	findings: list(shownFinding).describe('van deelonderzoeken, over deze cijfers; ze tellen niet mee in het voorstel'),
	proposal: z.object({ fit: z.enum(fits).nullable(), note: z.enum(['better-not-good', 'mentioned']).nullable() }),
	decision: rowDecision.nullable(),
	metaInference: z.string().nullable().describe('de kernboodschap van het oordeel'),
	fingerprint: z.string().describe('van de gegevens van nu')
});

const wave = z.object({ id: z.uuid(), label: z.string(), year: z.int() });
const named = z.object({ id: z.uuid(), name: z.string() });

const warning = z.discriminatedUnion('kind', [
	z.object({ kind: z.enum(['no-sample', 'no-percentage', 'other-respondents', 'pillar-absent']) }),
	z.object({ kind: z.literal('earlier-waves'), years: list(z.int()) }),
	z.object({ kind: z.literal('interview-years'), years: list(z.int()), referenceYears: list(z.int()) }),
	z.object({ kind: z.literal('small-cell'), group: z.enum(groups), interviews: z.int() }),
	z.object({
		kind: z.literal('small-functions'),
		group: z.enum(groups),
		names: list(z.string()).describe('functiegroepen; leeg voor wie de gesprekken niet mag zien'),
		count: z.int(),
		smallest: z.int().describe('vanaf dit aantal gesprekken is een functiegroep niet klein')
	}),
	z.object({ kind: z.literal('trend-break'), indicatorId: z.uuid(), label: z.string(), year: z.int() }),
	z.object({ kind: z.literal('model-estimate'), indicatorId: z.uuid(), label: z.string() })
]);

/** Cijfers en stemmen of a pillar in an area. */
const observed = z.object({
	sourceId: z.uuid(),
	title: z.string().nullable().describe('null: u mag de lijst van bronnen hier niet zien'),
	waveId: z.uuid(),
	year: z.int(),
	codes: list(
		z.object({
			codeId: z.uuid(),
			name: z.string(),
			codings: z.int(),
			forward: z.int(),
			backward: z.int(),
			good: z.int(),
			improve: z.int()
		})
	).describe('in de volgorde van het codeboek')
});
export type ObservedAnswer = z.infer<typeof observed>;

export const jointDisplayAnswer = z.object({
	pillar: named,
	area: named,
	isAbsent: z.boolean().describe('deze pijler wordt in dit gebied niet gemeten'),
	from: wave,
	to: wave,
	waves: list(wave),
	rows: list(displayRow).describe('thema’s in de volgorde van het codeboek'),
	figuresOnly: list(
		z.object({
			indicator: indicatorFigures,
			moved: z.enum(['better', 'worse']).nullable(),
			reason: z.enum(['silent', 'no-direction', 'other-pillar', 'no-theme']),
			themes: list(z.object({ codeId: z.uuid(), name: z.string() }))
		})
	),
	voicesOnly: list(
		z.object({
			codeId: z.uuid(),
			name: z.string(),
			mentions: z.int(),
			isSeveral: z.boolean(),
			reason: z.enum(['no-indicator', 'unknown'])
		})
	),
	recognitions: list(figureRecognition).describe('of de cijfers in duidingssessies herkend werden'),
	method: z.object({
		interviews: z.int(),
		residents: z.int(),
		professionals: z.int(),
		waves: list(
			z.object({ waveId: z.uuid(), year: z.int(), interviews: z.int(), residents: z.int(), professionals: z.int() })
		),
		codings: z.int(),
		themes: z.int()
	}),
	warnings: list(warning),
	studies: z
		.object({ findings: list(shownFinding), tables: list(shownTable) })
		.describe('wat deelonderzoeken over deze pijler vonden, naast cijfers en stemmen'),
	observations: list(observed).describe(
		'observaties van de openbare ruimte met codes van deze pijler; ze tellen niet mee als gesprek'
	)
});
export type JointDisplayAnswer = z.infer<typeof jointDisplayAnswer>;
