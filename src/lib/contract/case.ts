import { z } from 'zod';
import { longestCaseLabel } from '../domain/case/case.ts';
import { consentPurposes, consentStates, consentWays } from '../domain/case/consent.ts';
import { groups, sourceStatuses } from '../domain/source/source.ts';
import { limitQuery } from './paging.ts';
import { emptyLine, id, line } from './text.ts';

const day = z.iso.date();
const group = z.enum(groups).describe('resident: bewoner, professional: wijkprofessional');
const label = line(longestCaseLabel).describe('een code zoals VOL-B-03, nooit een naam of adres');
const className = emptyLine(200).nullable();
const values = z
	.record(z.string().max(100), className)
	.describe('de klas per kenmerk, op de sleutel van het kenmerk; null of leeg: niet bekend');

const purpose = z
	.enum(consentPurposes)
	.describe(
		'participation: meedoen, recording: opnemen, quotes: citeren, archive: bewaren en hergebruiken, special-data: bijzondere gegevens, parental: van een ouder'
	);

export const consentInput = z.strictObject({
	purpose,
	state: z.enum(consentStates).default('given').describe('given: ja, refused: nee, withdrawn: ingetrokken'),
	decidedOn: day.optional().describe('dag waarop het gezegd is; zonder: vandaag'),
	way: z
		.enum(consentWays)
		.default('paper')
		.describe('paper: op papier, digital: digitaal, spoken: gezegd op de opname'),
	letter: emptyLine(100).default('').describe('versie van de brief')
});
export type ConsentInput = z.output<typeof consentInput>;

export const linkInput = z.strictObject({
	sourceId: id,
	speakerId: id.nullable().default(null).describe('de stem van deze deelnemer; null: niet aangewezen')
});

const known = {
	functionGroup: className.optional().describe('functiegroep; hetzelfde als values.functionGroup'),
	ageBand: className.optional().describe('leeftijdsgroep; hetzelfde als values.ageBand'),
	values: values.optional(),
	withdrawalRequestedOn: day.nullable().optional().describe('verzoek tot intrekken dat nog wacht'),
	withdrawalUntil: day.nullable().optional().describe('laatste dag om in te trekken; null: die van het project')
};
const consents = z.array(consentInput).max(50);

export const addCaseInput = z.strictObject({
	label,
	group,
	...known,
	sourceIds: z.array(id).max(200).default([]).describe('gesprekken waaraan deze deelnemer meedeed'),
	links: z.array(linkInput).max(200).optional().describe('hetzelfde, met de stem erbij'),
	consents: consents.default([])
});
export type AddCaseInput = z.input<typeof addCaseInput>;

/** What is left out stays as it is; `links` and `sourceIds` stand for all interviews. */
export const updateCaseInput = z.strictObject({
	version: z.int().min(1).describe('die u zag; is de deelnemer intussen veranderd, dan volgt 409'),
	label: label.optional(),
	group: group.optional(),
	...known,
	sourceIds: z.array(id).max(200).optional(),
	links: z.array(linkInput).max(200).optional()
});
export type UpdateCaseInput = z.input<typeof updateCaseInput>;

export const recordConsentInput = z.strictObject({ consents: consents.min(1) });
export type RecordConsentInput = z.input<typeof recordConsentInput>;

export const listCasesQuery = z.strictObject({
	sourceId: id.optional(),
	group: group.optional(),
	q: emptyLine(200).optional().describe('deel van de code'),
	state: z
		.enum(['open', 'missing', 'requested', 'withdrawn'])
		.optional()
		.describe(
			'missing: toestemming om mee te doen ontbreekt, requested: wil intrekken, withdrawn: ingetrokken, open: de rest'
		),
	...limitQuery
});

export const consentAnswer = z.object({
	id,
	purpose,
	state: z.enum(consentStates),
	decidedOn: z.string(),
	way: z.enum(consentWays),
	letter: z.string(),
	recordedBy: z.object({ id, name: z.string() }),
	recordedAt: z.iso.datetime()
});
export type ConsentAnswer = z.infer<typeof consentAnswer>;

const now = z.enum([...consentStates, 'unknown']);

export const caseAnswer = z.object({
	id,
	version: z.int(),
	label: z.string(),
	group: z.enum(groups),
	functionGroup: z.string().nullable(),
	ageBand: z.string().nullable(),
	values: z.record(z.string(), z.string()),
	isMinor: z.boolean().describe('jonger dan 16: dan is toestemming van een ouder nodig'),
	sourceIds: z.array(id),
	sources: z.array(
		z.object({
			sourceId: id,
			title: z.string(),
			status: z.enum(sourceStatuses),
			areaName: z.string(),
			waveYear: z.int(),
			speakerId: id.nullable(),
			speakerLabel: z.string().nullable(),
			participants: z.int().describe('aantal vastgelegde deelnemers van dit gesprek')
		})
	),
	hiddenSources: z.int().describe('gesprekken die u niet mag zien'),
	consents: z.array(consentAnswer).describe('alles wat gezegd is, oudste eerst'),
	consentNow: z.record(z.enum(consentPurposes), now).describe('wat nu geldt, per doel'),
	withdrawalRequestedOn: z.string().nullable(),
	withdrawalUntil: z.string().nullable().describe('eigen laatste dag; null: die van het project'),
	lastDayToWithdraw: z.string().nullable(),
	withdrawnAt: z.iso.datetime().nullable().describe('toen is alles van deze deelnemer verwijderd'),
	createdAt: z.iso.datetime(),
	permissions: z.object({
		mayEdit: z.boolean(),
		mayWithdraw: z.boolean(),
		mayTakeAway: z.boolean().describe('het inzagepakket maken')
	})
});
export type CaseAnswer = z.infer<typeof caseAnswer>;

/** What an answer changed about interviews. */
export const recordedConsentAnswer = caseAnswer.extend({
	restricted: z
		.array(z.object({ sourceId: id, title: z.string() }))
		.describe('gesprekken die nu beperkt zijn: iemand doet niet (meer) mee')
});
export type RecordedConsentAnswer = z.infer<typeof recordedConsentAnswer>;
