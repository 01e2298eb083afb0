import { themeCookie, themeFrom } from '#lib/ui/theme/theme.ts';
import type { LayoutServerLoad } from './$types';

/** What every page knows: light or dark, as the reader chose. */
export const load: LayoutServerLoad = ({ cookies }) => ({ theme: themeFrom(cookies.get(themeCookie)) });
