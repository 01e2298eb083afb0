import { decidePseudonyms } from '#lib/server/commands/decide-pseudonyms.ts';
import { respond } from '../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = respond((context, { params, body }) =>
	decidePseudonyms(context, params.projectId, params.sourceId, body)
);
