import { dropExample, takeExample } from '#lib/server/commands/take-example.ts';
import { respond } from '../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const PUT: RequestHandler = respond(
	(context, { params }) => takeExample(context, params.projectId, params.codingId),
	{ takes: 'none' }
);

export const DELETE: RequestHandler = respond((context, { params }) =>
	dropExample(context, params.projectId, params.codingId)
);
