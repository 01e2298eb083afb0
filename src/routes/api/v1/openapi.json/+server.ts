import { openApi } from '#lib/contract/openapi.ts';
import { routes } from '#lib/contract/routes.ts';
import type { RequestHandler } from './$types';

/** Everybody may read what the API can, also a page of another site (API Design Rules: /core/publish-openapi). */
export const GET: RequestHandler = ({ url }) =>
	Response.json(openApi(routes, url.origin), { headers: { 'access-control-allow-origin': '*' } });
