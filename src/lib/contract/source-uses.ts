import { z } from 'zod';
import { fits } from '../domain/integration/fit.ts';
import { recognisedAnswers } from '../domain/integration/explanation.ts';
import { editionStates } from '../domain/report/edition.ts';
import { lessonStates } from '../domain/report/lesson.ts';
import { reportLanguages } from '../domain/report/report.ts';
import { versionKinds } from '../domain/report/version.ts';
import { evidenceItem } from './explanation.ts';
import { list } from './list.ts';
import { slotName } from './report.ts';
import type { RouteDescription } from './route-description.ts';
import { id } from './text.ts';

const state = z
	.enum(['same', 'changed', 'kept', 'gone', 'not-allowed'])
	.describe('naast de gegevens van nu: gelijk, veranderd, bewaard met een reden, verdwenen, mag niet meer');

const placed = {
	reportId: id,
	reportTitle: z.string(),
	pillarId: id.describe('met areaId en slot: de tekst waarin het blok staat'),
	pillarName: z.string(),
	areaId: id,
	areaName: z.string(),
	slot: slotName,
	blockId: id,
	state,
	says: z.string().nullable().describe('zoals het blok in de tekst staat; null: deze woorden mogen er niet meer staan'),
	language: z.enum(reportLanguages).describe('van het rapport, en van wat het blok zegt')
};

const quotingBlock = z.object({ ...placed, codingId: id });

const countingBlock = z.object({
	...placed,
	kind: z.enum(['count', 'display']),
	part: z
		.enum(['says', 'among'])
		.describe(
			'says: het gesprek zegt wat hier wordt geteld; among: het telt mee in het totaal, maar zegt dit niet. Volgens de gegevens van nu: is het blok veranderd of bewaard, dan kan er iets anders staan'
		)
});

const rounds = { fromWaveId: id, toWaveId: id, fromYear: z.int(), toYear: z.int() };
const themeRow = {
	rowId: z.string(),
	pillarId: id,
	pillarName: z.string(),
	areaId: id,
	areaName: z.string(),
	codeId: id,
	theme: z.string(),
	...rounds
};

const choice = z.object({
	...themeRow,
	codingId: id,
	reference: z.string(),
	text: z.string().nullable().describe('null: deze woorden mogen niet worden getoond, of niet aan u'),
	isShown: z.boolean().describe('false: het citaat is gekozen, maar staat er nu niet')
});

const judgement = z.object({
	...themeRow,
	fit: z.enum(fits),
	metaInference: z.string().describe('de kernboodschap; leeg als niemand er een schreef'),
	decidedBy: z.string(),
	decidedAt: z.iso.datetime(),
	needsReview: z.boolean(),
	isHeard: z.boolean().describe('het gesprek zegt nu iets over dit thema'),
	wasHeard: z
		.boolean()
		.nullable()
		.describe('het zei iets over dit thema toen het oordeel werd gegeven; null: dat is toen niet bewaard')
});

const explanationItem = z.object({
	explanationId: id,
	text: z.string(),
	areaId: id,
	areaName: z.string(),
	indicatorLabel: z.string(),
	...rounds,
	evidence: list(evidenceItem).describe('wat ervan bij deze verklaring staat'),
	recognitions: list(z.enum(recognisedAnswers)).describe('of mensen de verklaring herkenden, in volgorde'),
	session: z
		.object({ sessionId: id, heldOn: z.string() })
		.nullable()
		.describe('de duidingssessie waarin de verklaring werd gegeven')
});

const editionItem = z.object({
	editionId: id,
	title: z.string(),
	number: z.int(),
	areaId: id,
	areaName: z.string(),
	publishedAt: z.iso.datetime(),
	state: z.enum(editionStates).describe('current: staat er nog, earlier: er kwam een nieuwere, withdrawn: ingetrokken'),
	isCounted: z
		.boolean()
		.describe('of dit gesprek meetelt in de aantallen; van uitgaven van voor december 2026 is dat niet bewaard'),
	quotes: list(
		z.object({
			codingId: id,
			text: z.string().nullable().describe('null: deze woorden worden niet meer getoond'),
			shownAs: z.int().nullable().describe('het hoeveelste getoonde citaat van de uitgave; null: niet meer getoond')
		})
	)
});

const lessonItem = z.object({
	lessonId: id,
	title: z.string(),
	areaId: id,
	areaName: z.string(),
	state: z.enum(lessonStates),
	through: z
		.enum(['explanation', 'display'])
		.describe('via een verklaring hierboven, of via cijfers en stemmen waarin dit gesprek iets zegt'),
	explanationId: id.nullable(),
	pillarId: id.nullable()
});

const versionItem = z.object({
	reportId: id,
	reportTitle: z.string(),
	versionId: id,
	number: z.int(),
	kind: z.enum(versionKinds),
	name: z.string(),
	madeAt: z.iso.datetime(),
	quotes: z.int()
});

/** Everything that leans on a source, as far as who asks may read it. */
export const sourceUsesAnswer = z.object({
	items: list(quotingBlock).describe('waar rapporten uit dit gesprek citeren'),
	counts: list(countingBlock).describe('aantallen en overzichten in rapporten waarin dit gesprek meetelt'),
	versions: list(versionItem).describe('bewaarde versies van rapporten die uit dit gesprek citeren'),
	choices: list(choice).describe('citaten die bij cijfers en stemmen zijn gekozen'),
	decisions: list(judgement).describe('het laatste oordeel over een thema waarover dit gesprek iets zegt of zei'),
	explanations: list(explanationItem).describe(
		'verklaringen waarbij een citaat uit dit gesprek of een memo erover staat'
	),
	editions: list(editionItem).describe('gepubliceerde factsheets die uit dit gesprek citeren, of waarin het meetelt'),
	lessons: list(lessonItem),
	counting: z
		.enum(['counts', 'not-released', 'no-interview'])
		.describe('of het meetelt: alleen een vrijgegeven gesprek telt mee, een observatie nooit'),
	readable: z
		.object({ reports: z.boolean(), displays: z.boolean(), explanations: z.boolean(), publications: z.boolean() })
		.describe('wat u in het gebied van dit gesprek mag lezen; false: die lijsten zijn leeg, ook als er iets is'),
	isBlind: z.boolean().describe('u codeert dit gesprek als tweede, los van het team; daarom ziet u hier niets')
});
export type SourceUsesAnswer = z.infer<typeof sourceUsesAnswer>;

/** The route of what leans on a source. */
export const sourceUsesRoutes: readonly RouteDescription[] = [
	{
		method: 'GET',
		path: '/projects/{projectId}/sources/{sourceId}/report-places',
		summary: 'Alles wat op dit gesprek leunt: rapporten, oordelen, verklaringen, uitgaven en lessen',
		tag: 'Gesprekken',
		status: 200,
		answer: sourceUsesAnswer
	}
];
