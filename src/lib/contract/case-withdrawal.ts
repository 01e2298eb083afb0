import { z } from 'zod';
import { consentWays } from '../domain/case/consent.ts';
import { writtenKinds } from '../domain/text/written-kind.ts';
import { id } from './text.ts';

export const withdrawalQuery = z.strictObject({
	preview: z.enum(['true', 'false']).optional().describe('true: alleen zeggen wat er weggaat'),
	way: z.enum(consentWays).default('paper').describe('hoe de deelnemer het liet weten')
});

const attached = z.object({
	versions: z.int().describe('versies van de tekst'),
	characters: z.int(),
	turns: z.int(),
	codings: z.int(),
	memos: z.int().describe('over het gesprek, een beurt of een codering'),
	mentions: z
		.int()
		.describe('andere memo’s die het gesprek noemen of citeren; die blijven, zonder die naam of woorden'),
	quotes: z.int().describe('gekozen voor cijfers en stemmen'),
	reportQuotes: z.int().describe('citaten in rapporten'),
	publishedQuotes: z.int().describe('citaten in gepubliceerde factsheets'),
	evidence: z.int().describe('citaten en memo’s bij mogelijke verklaringen'),
	proposals: z.int().describe('voorstellen voor een code bij een stuk van deze tekst'),
	examples: z.int().describe('codes met woorden uit dit gesprek als voorbeeld'),
	keys: z.int().describe('regels van de sleutel'),
	photos: z.int().describe('foto’s bij een observatie')
});

export const withdrawalAnswer = z.object({
	caseId: id,
	label: z.string(),
	isPreview: z.boolean(),
	interviews: z.array(
		z.object({
			sourceId: id,
			title: z.string(),
			takesOthers: z.boolean().describe('anderen deden mee; ook hun woorden gaan weg'),
			others: z.array(z.object({ caseId: id, label: z.string() })),
			attached
		})
	),
	total: attached,
	values: z.int().describe('kenmerken van deze deelnemer'),
	caseMemos: z.int().describe('memo’s over deze deelnemer'),
	drafts: z
		.array(
			z.object({
				rowId: z.string(),
				pillarName: z.string(),
				areaName: z.string(),
				theme: z.string(),
				quotes: z.int().describe('gekozen citaten die uit deze rij verdwijnen'),
				isDecided: z.boolean().describe('de samenhang is vastgesteld, en komt op opnieuw bekijken')
			})
		)
		.describe('rijen van cijfers en stemmen die veranderen'),
	numbers: z
		.array(
			z.object({
				reportId: id,
				title: z.string(),
				places: z.int().describe('aantallen en overzichten in dit rapport die deze gesprekken meetellen')
			})
		)
		.describe('rapporten waarin aantallen veranderen; de tekst zegt dat zelf, tot iemand die bijwerkt'),
	reports: z
		.array(
			z.object({
				reportId: id,
				title: z.string(),
				quotes: z.int().describe('citaten die uit dit rapport verdwijnen'),
				isDeleted: z.boolean().describe('het rapport is verwijderd, en kan terugkomen')
			})
		)
		.describe('rapporten waar citaten uit verdwijnen'),
	editions: z
		.array(
			z.object({
				editionId: id,
				title: z.string(),
				number: z.int().describe('de hoeveelste uitgave'),
				quotes: z.int().describe('citaten die uit deze uitgave verdwijnen'),
				isWithdrawn: z.boolean().describe('de uitgave was al ingetrokken')
			})
		)
		.describe('gepubliceerde factsheets waar citaten uit verdwijnen'),
	written: z
		.array(z.object({ kind: z.enum(writtenKinds), places: z.int() }))
		.describe('teksten die mensen zelf schreven en die woorden uit deze gesprekken herhalen; die woorden gaan eruit'),
	versions: z.array(z.object({ id, name: z.string() })).describe('versies van het codeboek met woorden als voorbeeld'),
	lastDay: z.string().nullable(),
	isLate: z.boolean().describe('de laatste dag om in te trekken is voorbij; intrekken kan nog steeds')
});
export type WithdrawalAnswer = z.infer<typeof withdrawalAnswer>;
