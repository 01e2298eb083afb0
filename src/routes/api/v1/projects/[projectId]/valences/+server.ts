import { listValences } from '#lib/server/views/list-valences.ts';
import { respond } from '../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params }) => listValences(context, params.projectId));
