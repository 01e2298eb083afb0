/** Pages that anybody may see. Everything else needs a session. */
const publicPages = [
	'/login',
	'/logout',
	'/setup',
	'/invitation',
	'/preferences',
	'/help',
	'/privacy',
	'/cookies',
	'/toegankelijkheid'
];

/** The one answer of the API that needs no token: its description. */
const publicApi = '/api/v1/openapi.json';

export const isApi = (path: string): boolean => path === '/api' || path.startsWith('/api/');

export const isPublic = (path: string): boolean =>
	isApi(path) ? path === publicApi : publicPages.some((page) => path === page || path.startsWith(`${page}/`));

/** Pages that can be seen before there is any account. */
export const isPartOfSetup = (path: string): boolean => isPublic(path) && !['/login', '/invitation'].includes(path);

/** What a page does by itself, while the person may be away: it does not keep a session open. */
export const isActivity = (method: string, path: string): boolean =>
	!path.endsWith('/events') && !(method === 'GET' && path === '/account/session');

const safeMethods = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Whether a request may change something on the strength of a cookie: only when it comes from a page of our own.
 * Browsers tell the origin with every request that changes something; a program with a token needs none.
 */
export const isForeign = (method: string, origin: string | null, ownOrigin: string): boolean =>
	!safeMethods.includes(method) && origin !== ownOrigin;

/** Whether a request brings the work of somebody else than who asks; `said`: whose it says that it is, if it does. */
export const isOfOther = (said: string | null, userId: string): boolean => said !== null && said !== userId;

/** Where to go after signing in: a path within this site, or the beginning. */
export const nextPath = (next: string | null, ownOrigin: string): string => {
	if (next === null || !next.startsWith('/') || !URL.canParse(next, ownOrigin)) return '/';
	const target = new URL(next, ownOrigin);
	if (target.origin !== ownOrigin || target.pathname.startsWith('//')) return '/';
	return isApi(target.pathname) || isPublic(target.pathname) ? '/' : target.pathname + target.search + target.hash;
};
