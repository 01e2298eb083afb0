import { json } from '@sveltejs/kit';
import { sessionLeft } from '../../session-left.ts';
import type { RequestHandler } from './$types';

/** How long the session of this browser lasts; asking does not make it longer, a POST does (`isActivity`). */
const answer: RequestHandler = ({ locals }) =>
	json(locals.session && sessionLeft(locals.session, new Date()), { headers: { 'cache-control': 'no-store' } });

export const GET = answer;
export const POST = answer;
