/** What makes words too exact to be kept about a person: only a code and classes are (R8, R11). */
export type ExactKind = 'contact' | 'postcode' | 'date' | 'age' | 'number';

const monthNames =
	'jan(uari)?|feb(ruari)?|mrt|maart|apr(il)?|mei|jun[ei]?|jul[iy]?|aug(ustus|ust)?|sep(t|tember)?|okt(ober)?|oct(ober)?|nov(ember)?|dec(ember)?|january|february|march|may';

/** E-mail addresses, websites and telephone numbers in the forms people write them. */
const contact = [/\S@\S/u, /\b(https?:|www\.)/iu, /(?<!\d)(\+|00?)\d(?:[\s.()-]?\d){7,}/u];
const postcode = /(?<![\p{L}\d])[1-9]\d{3}\s?[A-Z]{2}(?![\p{L}\d])/iu;
const dates = [
	/(?<!\d)\d{1,2}[-/. ]\d{1,2}[-/. ](19|20)?\d{2}(?!\d)/u,
	/(?<!\d)(19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)/u,
	new RegExp(`(?<!\\d)\\d{1,2}\\s+(${monthNames})\\b`, 'iu'),
	/\b(geboren|born|geb\.)/iu
];
const age = /(?<![\d-]|[-–]\s|tot )\d{1,3}\s?(jaar|jr|j\.|years?|y\/o)(?![\p{L}])/iu;
/** Eight digits or more in a row, however they are spaced: a BSN, a customer number, an account. */
const longNumber = /\d(?:[\s.]?\d){7,}/u;

/** Why words may not be kept as the label of a person or the name of a class; null = they may. */
export const exactIn = (words: string): ExactKind | null => {
	const plain = words.normalize('NFKC');
	if (contact.some((form) => form.test(plain))) return 'contact';
	if (postcode.test(plain)) return 'postcode';
	if (dates.some((form) => form.test(plain))) return 'date';
	if (age.test(plain)) return 'age';
	return longNumber.test(plain) ? 'number' : null;
};

/** As `exactIn`, for a class: a number by itself, or a band of one number, is no class but an exact value. */
export const exactInClass = (words: string): ExactKind | null => {
	const plain = words.normalize('NFKC').trim();
	if (/^\d+$/u.test(plain)) return 'age';
	const band = /^(\d+)\s?(?:[-–]|tot|t\/m)\s?(\d+)$/u.exec(plain);
	if (band && band[1] === band[2]) return 'age';
	return exactIn(plain);
};
