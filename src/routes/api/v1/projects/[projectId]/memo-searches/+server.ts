import { listMemos } from '#lib/server/views/list-memos.ts';
import { respond } from '../../../../respond.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = respond((context, { params, body }) => listMemos(context, params.projectId, body));
