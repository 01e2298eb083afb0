import { z } from 'zod';
import { versionKinds } from '../domain/report/version.ts';
import { pageOf } from './cursor.ts';
import { limitQuery } from './paging.ts';
import { reportSectionAnswer, slotName } from './report.ts';
import type { RouteDescription } from './route-description.ts';
import { id, line, paragraph } from './text.ts';

/** Keeps a report as it is now under a name. */
export const makeReportVersionInput = z.strictObject({
	name: line(),
	reason: paragraph(2000).default('').describe('waarom deze versie er is')
});

export const listReportVersionsQuery = z.strictObject({ ...limitQuery });

const person = z.object({ id, name: z.string() });

export const reportVersionItem = z.object({
	id,
	number: z.int().describe('1 voor de eerste versie van een rapport'),
	kind: z
		.enum(versionKinds)
		.describe(
			'named: met een naam; vanzelf bewaard: earlier: voor iemand verder schreef, export, return: voor het terugzetten'
		),
	name: z.string().describe('leeg als de versie vanzelf is bewaard'),
	reason: z.string(),
	title: z.string().describe('van het rapport, zoals die toen was'),
	madeBy: person,
	madeAt: z.iso.datetime(),
	sections: z.int().describe('plaatsen waarin iemand had geschreven')
});
export type ReportVersionItem = z.infer<typeof reportVersionItem>;

const passage = z.object({
	line: z.int(),
	parts: z.array(z.object({ kind: z.enum(['kept', 'inserted', 'deleted']), text: z.string() })).readonly()
});

const versionPart = z.object({
	pillarId: id,
	areaId: id,
	slot: slotName,
	state: z
		.enum(['same', 'changed', 'written', 'emptied'])
		.describe('van toen naar nu: gelijk, veranderd, sindsdien geschreven, sindsdien leeggemaakt'),
	writtenBy: z.string().nullable().describe('wie hier toen het laatst schreef; null: niemand'),
	writtenAt: z.iso.datetime().nullable(),
	version: z.int().describe('van de tekst zoals die nu is; nodig om terug te zetten'),
	text: z.string().describe('zoals de tekst toen was, met wat de blokken zeiden'),
	difference: z.array(passage).readonly().describe('van toen naar nu')
});
export type ReportVersionPart = z.infer<typeof versionPart>;

export const reportVersionAnswer = reportVersionItem.extend({ parts: z.array(versionPart).readonly() });
export type ReportVersionAnswer = z.infer<typeof reportVersionAnswer>;

/** Puts one text of a report back as it was in a version. */
export const returnSectionInput = z.strictObject({
	pillarId: id,
	areaId: id,
	slot: slotName,
	version: z.int().min(0).describe('van de tekst die u zag; is die intussen veranderd, dan volgt 409')
});
export type ReturnSectionInput = z.input<typeof returnSectionInput>;

export const returnedSectionAnswer = z.object({
	section: reportSectionAnswer,
	keptVersionId: id.nullable().describe('de versie met wat er stond; daaruit is dit terug te draaien')
});
export type ReturnedSectionAnswer = z.infer<typeof returnedSectionAnswer>;

const tag = 'Rapporten';
const all = '/projects/{projectId}/reports/{reportId}/versions';

/** The routes of versions of reports. */
export const reportVersionRoutes: readonly RouteDescription[] = [
	{
		method: 'GET',
		path: all,
		summary: 'De versies van een rapport, de nieuwste eerst',
		tag,
		query: listReportVersionsQuery,
		status: 200,
		answer: pageOf(reportVersionItem)
	},
	{
		method: 'POST',
		path: all,
		summary: 'Bewaart een rapport zoals het nu is, met een naam',
		tag,
		body: makeReportVersionInput,
		status: 201,
		answer: reportVersionItem
	},
	{
		method: 'GET',
		path: `${all}/{versionId}`,
		summary: 'Een versie, met per tekst wat er sindsdien veranderde',
		tag,
		status: 200,
		answer: reportVersionAnswer
	},
	{
		method: 'POST',
		path: `${all}/{versionId}/returns`,
		summary: 'Zet een tekst terug zoals die in een versie stond; wat er stond, blijft bewaard als versie',
		tag,
		body: returnSectionInput,
		status: 200,
		answer: returnedSectionAnswer
	}
];
