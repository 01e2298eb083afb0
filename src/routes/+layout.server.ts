import { themeCookie, themeFrom } from '#lib/ui/theme/theme.ts';
import { sessionLeft } from './session-left.ts';
import type { LayoutServerLoad } from './$types';

/** What every page knows: light or dark, as the reader chose, and how long the session lasts. */
export const load: LayoutServerLoad = ({ cookies, locals }) => ({
	theme: themeFrom(cookies.get(themeCookie)),
	session: locals.session && sessionLeft(locals.session, new Date())
});
