import { m } from '../paraglide/messages.js';
import { readersLocale, type Locale, type Saying } from './locale.ts';

/** Languages in which interviews are held in Dutch neighbourhoods, as BCP 47; others may be stored too. */
const usualLanguages: readonly string[] =
	'nl fy en de fr es it pt pl uk ru bg ro hu el sq sr hr bs tr ar zgh rif ku fa ps so ti am zh vi hi ur id pap srn'.split(
		' '
	);

/** Names that browsers leave out of their lists. */
const ownNames: Readonly<Record<string, Saying>> = {
	pap: m.source_language_pap,
	rif: m.source_language_rif,
	srn: m.source_language_srn,
	zgh: m.source_language_zgh
};

/** A language as a person says it ("Turks"); the code itself when it has no name. */
export const languageLabel = (tag: string, locale: Locale = readersLocale()): string => {
	const own = ownNames[tag];
	if (own) return own({}, { locale });
	try {
		return new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag;
	} catch {
		return tag; // no language code at all: Intl refuses it
	}
};

/** Languages to choose from, Dutch first and the rest by name; `present` is among them, whatever it is. */
export const languageChoices = (
	present: string,
	locale: Locale = readersLocale()
): readonly { readonly value: string; readonly label: string }[] => {
	const named = [...new Set([...usualLanguages, present])].map((value) => ({
		value,
		label: languageLabel(value, locale)
	}));
	const isFirst = ({ value }: { value: string }) => value === 'nl';
	return [
		...named.filter(isFirst),
		...named.filter((item) => !isFirst(item)).toSorted((a, b) => a.label.localeCompare(b.label, locale))
	];
};
