import { z } from 'zod';
import { proposalStates } from '../domain/codebook/proposal.ts';
import { pageOf } from './cursor.ts';
import { limitQuery } from './paging.ts';
import type { RouteDescription } from './route-description.ts';
import { id, line, paragraph } from './text.ts';

const position = z.int().min(0);
const reason = paragraph(2_000);

export const addProposalInput = z.strictObject({
	name: line(),
	parentId: id.nullable().default(null).describe('onder deze code; null: bovenaan'),
	definition: paragraph().default(''),
	why: paragraph(2_000).default('').describe('waarom de bestaande codes niet passen'),
	sourceId: id.describe('de passage waarvoor de code ontbreekt'),
	version: z.int().min(1).describe('de tekstversie waarover is geteld'),
	start: position.describe('Unicode-tekens (code points) over de canonieke tekst, vanaf 0'),
	end: position.describe('half-open: het teken op deze plaats hoort er niet meer bij')
});
export type AddProposalInput = z.input<typeof addProposalInput>;

export const decideProposalInput = z.discriminatedUnion('decision', [
	z.strictObject({
		decision: z.literal('accept').describe('maakt de code en codeert de passage voor wie haar voorstelde'),
		name: line().optional().describe('weglaten: zoals voorgesteld'),
		parentId: id.nullable().optional().describe('weglaten: zoals voorgesteld'),
		definition: paragraph().optional().describe('weglaten: zoals voorgesteld'),
		reason: reason.default('')
	}),
	z.strictObject({
		decision: z.literal('merge').describe('codeert de passage met een code die er al is'),
		codeId: id,
		reason
	}),
	z.strictObject({ decision: z.literal('decline'), reason })
]);
export type DecideProposalInput = z.input<typeof decideProposalInput>;

export const listProposalsQuery = z.strictObject({
	state: z
		.enum([...proposalStates, 'ended'])
		.optional()
		.describe('ended: alles wat niet meer open is'),
	sourceId: id.optional(),
	mine: z.enum(['true', 'false']).optional().describe('true: alleen wat u zelf voorstelde'),
	...limitQuery
});

const person = z.object({ id, name: z.string() });
const code = z.object({ id, path: z.string(), isGone: z.boolean().describe('uit het codeboek gehaald') });

export const proposalAnswer = z.object({
	id,
	name: z.string(),
	parent: code.nullable(),
	definition: z.string(),
	why: z.string(),
	passage: z.object({
		sourceId: id,
		sourceTitle: z.string().nullable(),
		turn: z.int().nullable(),
		version: z.int(),
		start: z.int(),
		end: z.int(),
		status: z
			.enum(['present', 'changed', 'hidden'])
			.describe('changed: de tekst is intussen verbeterd; hidden: verwijderd, of u mag het gesprek niet lezen'),
		quote: z.string().nullable(),
		before: z.string().describe('wat ervoor staat, om de passage in haar verband te lezen'),
		after: z.string()
	}),
	proposer: person,
	proposedAt: z.iso.datetime(),
	state: z.enum(proposalStates),
	outcome: z
		.object({
			by: person,
			at: z.iso.datetime(),
			reason: z.string(),
			code: code.nullable(),
			codingId: id.nullable().describe('null: de passage kon niet gecodeerd worden, of had deze code al')
		})
		.nullable(),
	permissions: z.object({ mayDecide: z.boolean(), mayWithdraw: z.boolean(), mayReopen: z.boolean() })
});
export type ProposalAnswer = z.infer<typeof proposalAnswer>;

const tag = 'Codevoorstellen';
const all = '/projects/{projectId}/code-proposals';
const one = `${all}/{proposalId}`;

export const codeProposalRoutes: readonly RouteDescription[] = [
	{
		method: 'GET',
		path: all,
		summary: 'De voorstellen voor nieuwe codes die u mag zien, nieuwste eerst',
		tag,
		query: listProposalsQuery,
		status: 200,
		answer: pageOf(proposalAnswer)
	},
	{
		method: 'POST',
		path: all,
		summary: 'Stelt een nieuwe code voor bij een passage waarop geen code past',
		tag,
		body: addProposalInput,
		status: 201,
		answer: proposalAnswer
	},
	{ method: 'GET', path: one, summary: 'Een voorstel', tag, status: 200, answer: proposalAnswer },
	{ method: 'DELETE', path: one, summary: 'Trekt een eigen voorstel in', tag, status: 204 },
	{
		method: 'POST',
		path: `${one}/decision`,
		summary: 'Neemt een voorstel over, voegt het samen met een code, of wijst het af',
		tag,
		body: decideProposalInput,
		status: 200,
		answer: proposalAnswer
	},
	{
		method: 'DELETE',
		path: `${one}/decision`,
		summary: 'Zet een voorstel weer open; de nieuwe code en de codering die het besluit maakte gaan weg',
		tag,
		status: 200,
		answer: proposalAnswer
	}
];
