import type { Reroute, Transport } from '@sveltejs/kit';
import { packing } from '#lib/ui/api/packed.ts';

/** A path of the API has one form: with a slash at its end it does not exist, where Kit would redirect. */
export const reroute: Reroute = ({ url }) =>
	url.pathname.startsWith('/api/') && url.pathname.endsWith('/') ? '/api/unknown' : undefined;

/** What pages are sent in a form of their own. */
export const transport: Transport = { Packed: packing };
