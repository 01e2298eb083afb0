import { listCodeFrequencies } from '#lib/server/views/code-counts.ts';
import { respond } from '../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params }) => listCodeFrequencies(context, params.projectId));
