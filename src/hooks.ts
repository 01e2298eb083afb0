import type { Reroute } from '@sveltejs/kit';

/** A path of the API has one form: with a slash at its end it does not exist, where Kit would redirect. */
export const reroute: Reroute = ({ url }) =>
	url.pathname.startsWith('/api/') && url.pathname.endsWith('/') ? '/api/unknown' : undefined;
