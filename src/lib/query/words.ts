/**
 * The signs that words consist of: digits and the letters of all living scripts, with the marks that stand on them. As
 * ranges, and not as "a letter", since JavaScript and PostgreSQL must agree and the latter depends on its settings.
 */
const wordSigns =
	'0-9A-Za-zªµº\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u060B\u060D-\u061A\u061C-\u061E\u0620-\u1FFF' +
	'\u2C00-\u2DFF\u3040-\uD7FF\uF900-\uFDFF\uFE70-\uFEFC';

const between = `[^${wordSigns}]+`;
const before = `(^|[^${wordSigns}])`;
const behind = `($|[^${wordSigns}])`;

const part = /["“”„«»]([^"“”„«»]*)["“”„«»]?|[^\s"“”„«»]+/gu;
const starredWord = new RegExp(`(\\*?)([${wordSigns}]+)(\\*?)`, 'gu');

/**
 * What a text condition asks for, each part as a pattern that means the same in JavaScript and in PostgreSQL. A word is
 * a whole word, in capitals or not; `veilig*` is every word that begins so, `*veilig` every one that ends so; words
 * between double quotes stand in this order with nothing but signs between them. é and e are not equal. A part without
 * letters (😀, %) is looked for as it stands.
 */
export const textPatterns = (text: string): readonly string[] => [
	...new Set(
		[...text.normalize('NFC').matchAll(part)]
			.map(([whole, quoted]) => patternOf(quoted ?? whole))
			.filter((pattern) => pattern !== '')
	)
];

/** Whether a quote holds everything that was asked for, in any order. */
export const hasPatterns = (quote: string, patterns: readonly RegExp[]): boolean =>
	patterns.every((pattern) => pattern.test(quote));

const patternOf = (words: string): string => {
	const found = [...words.matchAll(starredWord)].map(
		([, open, word, end]) => anyStart(open) + anyCase(word ?? '') + anyStart(end)
	);
	return found.length === 0 ? asItStands(words.replaceAll('*', '').trim()) : before + found.join(between) + behind;
};

const anyStart = (star: string | undefined): string => (star === '*' ? `[${wordSigns}]*` : '');

/** Every letter as itself, small or capital, so that neither database nor language decides what those are. */
const anyCase = (word: string): string =>
	[...word]
		.map((letter) => {
			const forms = [...new Set([letter, letter.toLowerCase(), letter.toUpperCase()])];
			const single = forms.filter((form) => [...form].length === 1);
			return single.length === 1 ? letter : `[${single.join('')}]`;
		})
		.join('');

const asItStands = (signs: string): string => signs.replaceAll(/[$()*+./?[\\\]^{|}]/g, '\\$&');
