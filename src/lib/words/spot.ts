import type { Spot } from '../domain/area/spot.ts';
import { m } from '../paraglide/messages.js';
import { readersLocale, type Locale } from './locale.ts';

/** A spot in words: "52,0905° noorderbreedte, 5,1214° oosterlengte, op ongeveer 50 meter". */
export const spotWords = ({ latitude, longitude }: Spot, locale: Locale = readersLocale()): string => {
	const degrees = (value: number) =>
		value.toLocaleString(locale, { minimumFractionDigits: 4, maximumFractionDigits: 4 });
	return m.map_spot({ latitude: degrees(latitude), longitude: degrees(longitude) }, { locale });
};
