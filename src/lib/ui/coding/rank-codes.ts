import type { CodeId } from '#lib/domain/project/ids.ts';
import { withoutAccents } from '#lib/domain/text/without-accents.ts';

/** What the search looks at. */
export type Searchable = {
	readonly id: CodeId;
	readonly name: string;
	/** "Wonen › Groen en spelen" */
	readonly path: string;
	readonly synonyms: readonly string[];
};

/** A code that was found; `synonym` when that is where the words were. */
export type Found<C extends Searchable> = { readonly code: C; readonly synonym: string | null };

/**
 * Finds codes by what someone types: in the name, in synonyms, in the path, and, when the letters only stand there in
 * order, loosely in the name. Case and accents do not matter. All words of the query must be found. Better finds come
 * first; among equals the codes used last, then the order of the codebook.
 */
export const rankCodes = <C extends Searchable>(
	codes: readonly C[],
	query: string,
	lastUsed: readonly CodeId[] = []
): readonly Found<C>[] => {
	const words = withoutAccents(query).split(/\s+/).filter(Boolean);
	const recency = (id: CodeId) => {
		const at = lastUsed.indexOf(id);
		return at === -1 ? lastUsed.length : at;
	};
	if (words.length === 0) return codes.map((code) => ({ code, synonym: null }));
	return codes
		.flatMap((code, place) => {
			const match = matchOf(code, words);
			return match ? [{ code, place, ...match }] : [];
		})
		.sort((a, b) => a.cost - b.cost || recency(a.code.id) - recency(b.code.id) || a.place - b.place)
		.map(({ code, synonym }) => ({ code, synonym }));
};

/** Lower is better; only the order of the steps matters. */
const cost = {
	startOfName: 0,
	startOfWord: 1,
	insideName: 2,
	synonym: 3,
	insideSynonym: 4,
	path: 5,
	typo: 6,
	letters: 7
};

const matchOf = (code: Searchable, words: readonly string[]): { cost: number; synonym: string | null } | null => {
	const known = searchedIn(code);
	if (known.name.text.startsWith(words.join(' '))) return { cost: cost.startOfName, synonym: null };
	let worst = 0;
	let synonym: string | null = null;
	for (const word of words) {
		const match = matchWord(known, word);
		if (!match) return null;
		worst = Math.max(worst, match.cost);
		synonym ??= match.synonym;
	}
	return { cost: worst, synonym };
};

const matchWord = ({ name, synonyms, path }: Searched, word: string) => {
	const step = stepIn(name, word, cost.startOfWord, cost.insideName);
	if (step !== null) return { cost: step, synonym: null };
	for (const synonym of synonyms) {
		const found = stepIn(synonym, word, cost.synonym, cost.insideSynonym);
		if (found !== null) return { cost: found, synonym: synonym.asWritten };
	}
	if (path.includes(word)) return { cost: cost.path, synonym: null };
	if (name.words.some((candidate) => isOneOff(candidate, word))) return { cost: cost.typo, synonym: null };
	if (word.length > 1 && hasInOrder(name.text, word)) return { cost: cost.letters, synonym: null };
	return null;
};

/** A name or synonym as it is compared, with its words. */
type Compared = { readonly asWritten: string; readonly text: string; readonly words: readonly string[] };
type Searched = { readonly name: Compared; readonly synonyms: readonly Compared[]; readonly path: string };

/** What is compared with each letter that someone types is made once for each code. */
const searchedIn = (code: Searchable): Searched => {
	const known = searched.get(code);
	if (known) return known;
	const made = {
		name: compared(code.name),
		synonyms: code.synonyms.map(compared),
		path: withoutAccents(code.path).trim()
	};
	searched.set(code, made);
	return made;
};

const searched = new WeakMap<Searchable, Searched>();

const compared = (asWritten: string): Compared => {
	const text = withoutAccents(asWritten).trim();
	return { asWritten, text, words: text.split(/[^\p{L}\p{N}]+/u) };
};

const stepIn = ({ text, words }: Compared, word: string, atStart: number, inside: number) =>
	words.some((candidate) => candidate.startsWith(word)) ? atStart : text.includes(word) ? inside : null;

/** Whether the letters stand in the text in this order, beginning where a word begins: "jvv" finds "Je veilig voelen". */
const hasInOrder = (text: string, letters: string) => {
	let at = -1;
	for (const letter of letters) {
		const next = text.indexOf(letter, at + 1);
		if (next === -1) return false;
		const startsWord = next === 0 || /[^\p{L}\p{N}]/u.test(text.charAt(next - 1));
		if (at === -1 && !startsWord) return false;
		at = next;
	}
	return true;
};

/** Whether one letter was missed, added, changed or swapped in the beginning of a word of four letters or more. */
const isOneOff = (candidate: string, typed: string) => {
	if (typed.length < 4) return false;
	const lengths = [typed.length - 1, typed.length, typed.length + 1];
	return lengths.some((length) => distanceIsOne(candidate.slice(0, length), typed));
};

const distanceIsOne = (a: string, b: string) => {
	let start = 0;
	while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
	const [restA, restB] = [a.slice(start), b.slice(start)];
	return (
		restA.slice(1) === restB.slice(1) ||
		restA.slice(1) === restB ||
		restA === restB.slice(1) ||
		(restA.slice(2) === restB.slice(2) && restA[0] === restB[1] && restA[1] === restB[0])
	);
};
