import { codingDesk } from '#lib/server/views/coding-desk.ts';
import { respond } from '../../../../../api/respond.ts';
import type { RequestHandler } from './$types';

/** The desk of an interview for the pane beside another one: what its own page begins with. */
export const GET: RequestHandler = respond((context, { params }) => codingDesk(context, params.project, params.source));
