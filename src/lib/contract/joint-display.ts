import { z } from 'zod';
import {
	explanationKinds,
	explanationStrengths,
	recognisedAnswers,
	voicesOfExplanations
} from '../domain/integration/explanation.ts';
import { fits } from '../domain/integration/fit.ts';
import { findingDirections } from '../domain/integration/study-evidence.ts';
import { groups } from '../domain/source/source.ts';
import { versionDifferenceItem } from './codebook-version.ts';
import { rowDecision } from './decision.ts';
import { evidenceItem, recognitionAnswer } from './explanation.ts';
import { indicatorFigures } from './indicator-figures.ts';
import { list } from './list.ts';
import { chosenQuote } from './quote-choice.ts';
import { figureCounts, voiceOutcome } from './figure-counts.ts';
import { id } from './text.ts';

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

const themeDevelopment = z.enum(['better', 'same', 'worse', 'mixed', 'unknown']);

const figureRecognition = z.object({
	id: z.uuid(),
	sessionId: z.uuid(),
	indicatorId: z.uuid(),
	answer: z.enum(recognisedAnswers),
	saidBy: z.enum(voicesOfExplanations),
	remark: z.string(),
	heldOn: z.string().describe('dag van de sessie'),
	fromWaveId: z.uuid(),
	toWaveId: z.uuid(),
	fromYear: z.int().describe('de meetrondes van de sessie'),
	toYear: z.int(),
	isOwnPair: z.boolean().describe('false: gevraagd over andere meetrondes; dat zegt niets over de ontwikkeling hier'),
	createdBy: z.uuid(),
	createdAt: z.iso.datetime()
});

const reasoning = z
	.object({
		text: z.string().describe('bv. 2 van 3 indicatoren gunstiger; 5 van 8 gesprekken vooruit, 1 achteruit.'),
		figures: figureCounts.describe('indicatoren met relatie same-topic'),
		voices: z
			.object({
				total: z.int(),
				mentions: z.int(),
				forward: z.int(),
				backward: z.int(),
				improve: z.int(),
				outcome: voiceOutcome
			})
			.describe('gesprekken van beide groepen samen')
	})
	.describe('waaruit het voorstel volgt, in aantallen en in woorden');

const voiceCount = z.object({
	total: z.int().describe('gesprekken die meetellen, ook als zij het thema niet noemen'),
	mentions: z.int().describe('gesprekken die het thema noemen'),
	forward: z.int(),
	backward: z.int(),
	improve: z.int(),
	good: z.int(),
	outcome: voiceOutcome,
	level: z.enum(['concern', 'no-concern']).nullable(),
	isThin: z.boolean().describe('minder dan drie gesprekken')
});

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
	recognised: z.enum(recognisedAnswers).nullable().describe('het laatste antwoord; null: nog niet gevraagd'),
	recognitions: list(recognitionAnswer).describe('alle antwoorden, in volgorde van tijd')
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
	quotesOffTheme: list(chosenQuote).describe(
		'gekozen voor dit thema, maar het fragment kreeg later een andere code: staat niet in bestanden en factsheets'
	),
	quotesUncounted: list(chosenQuote).describe(
		'gekozen voor dit thema, maar het gesprek telt hier niet meer mee: staat niet in bestanden en factsheets'
	),
	explanations: list(explanation),
	findings: list(shownFinding).describe('van deelonderzoeken, over deze cijfers; ze tellen niet mee in het voorstel'),
	proposal: z.object({
		fit: z.enum(fits).nullable(),
		note: z.enum(['better-not-good', 'mentioned']).nullable(),
		reasoning
	}),
	decision: rowDecision.nullable(),
	metaInference: z.string().nullable().describe('de kernboodschap van het oordeel'),
	fingerprint: z.string().describe('van de gegevens van nu')
});

const wave = z.object({ id: z.uuid(), label: z.string(), year: z.int() });

const named = z.object({ id: z.uuid(), name: z.string() });

const codedRound = z.object({
	year: z.int(),
	versionId: z.uuid(),
	number: z.int().describe('van de versie'),
	name: z.string()
});

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
	z.object({
		kind: z.literal('codebook-changed'),
		from: codedRound.describe('de eerste van deze rondes waarbij een versie van het codeboek hoort'),
		to: codedRound.describe('de laatste'),
		differences: list(versionDifferenceItem).describe('van thema’s die bij deze pijler horen of hoorden')
	}),
	z.object({
		kind: z.literal('forerunner-apart'),
		codeId: z.uuid(),
		path: z.string(),
		forerunners: list(z.object({ codeId: z.uuid(), path: z.string() })).describe(
			'codes die hierbij horen en nog apart staan: ze tellen niet mee bij dit thema'
		)
	}),
	z.object({
		...{ kind: z.literal('trend-break'), indicatorId: z.uuid(), label: z.string(), year: z.int() },
		reason: z.string().nullable().describe('waarom de reeks breekt; null: niet ingevuld')
	}),
	z.object({ kind: z.literal('model-estimate'), indicatorId: z.uuid(), label: z.string() })
]);

/** An observation of public space with codes of the pillar. */
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

/** Cijfers en stemmen of a pillar in an area. */
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
			reason: z
				.enum(['silent', 'no-direction', 'only-beside', 'other-pillar', 'no-theme'])
				.describe('only-beside: veranderd, en bij thema’s met stemmen alleen oorzaak, gevolg of context'),
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
	looseExplanations: list(explanation).describe(
		'mogelijke verklaringen bij cijfers van de pijler die bij geen thema staan'
	),
	recognitions: list(figureRecognition).describe(
		'of de cijfers hier in duidingssessies herkend werden; eerst wie over deze twee rondes gevraagd is'
	),
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
