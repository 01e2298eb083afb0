import { randomFrom, zipf, type Random } from './random.ts';

/** The sets of the comparison: interviews of 8,000 words, codes on three levels, codings that overlap. */
export type SetName = 'S' | 'M' | 'L';
export const sets = {
	S: { interviews: 40, codes: [6, 24, 90], codings: 8_000 },
	M: { interviews: 400, codes: [10, 50, 240], codings: 100_000 },
	L: { interviews: 2_000, codes: [12, 72, 416], codings: 1_000_000 }
} as const satisfies Record<SetName, { interviews: number; codes: readonly [number, number, number]; codings: number }>;

export type BenchTurn = { start: number; end: number; isInterviewer: boolean };
export type BenchInterview = {
	title: string;
	text: string;
	turns: BenchTurn[];
	/** where each word starts and ends, in code points */
	words: { start: number; end: number }[];
};
export type BenchCode = { name: string; parent: number | null; level: 0 | 1 | 2 };
export type BenchCoding = { interview: number; start: number; end: number; code: number; coder: number };

const vocabularySize = 6_000;
const syllables = [
	'wij',
	'ken',
	'buur',
	'ten',
	'groen',
	'vei',
	'lig',
	'huis',
	'straat',
	'kin',
	'de',
	'ren',
	'wo',
	'nen',
	'zor',
	'gen',
	'park',
	'bank',
	'je',
	'spe',
	'len',
	'ge',
	'zond',
	'werk',
	'geld',
	'school',
	'jeugd',
	'stil',
	'druk',
	'licht'
];
const accents = ['é', 'ë', 'ï', 'ö', 'ü', 'è'];

/** 6,000 Dutch-like words, 2 % with an accent. */
export const vocabulary = (random: Random): string[] => {
	const words = new Set<string>();
	while (words.size < vocabularySize) {
		let word = '';
		for (let n = random.between(1, 4); n > 0; n -= 1) word += syllables[random.between(0, syllables.length - 1)];
		if (random.next() < 0.02) word += accents[random.between(0, accents.length - 1)];
		words.add(word);
	}
	// Frequent words are short words, as in any language.
	return [...words].sort((a, b) => Math.floor(a.length / 6) - Math.floor(b.length / 6));
};

/** One interview: interviewer 8-30 words, respondent 40-160 words, in turn. */
export const interview = (
	random: Random,
	words: readonly string[],
	draw: () => number,
	title: string,
	length = 8_000
): BenchInterview => {
	const parts: string[] = [];
	const places: { start: number; end: number }[] = [];
	const turns: BenchTurn[] = [];
	let position = 0;
	let isInterviewer = true;
	while (places.length < length) {
		const label = isInterviewer ? 'Interviewer: ' : 'Bewoner: ';
		parts.push(label);
		position += label.length;
		const start = position;
		const count = Math.min(isInterviewer ? random.between(8, 30) : random.between(40, 160), length - places.length);
		for (let n = 0; n < count; n += 1) {
			const word = words[draw()] ?? 'wijk';
			places.push({ start: position, end: position + word.length });
			const gap = n === count - 1 ? '.' : random.next() < 0.08 ? '. ' : ' ';
			parts.push(word, gap);
			position += word.length + gap.length;
		}
		turns.push({ start, end: position, isInterviewer });
		parts.push('\n\n');
		position += 2;
		isInterviewer = !isInterviewer;
	}
	return { title, text: parts.join(''), turns, words: places };
};

/** A tree of top, middle and leaf codes. */
export const codes = ([tops, middles, leaves]: readonly [number, number, number]): BenchCode[] => [
	...Array.from({ length: tops }, (_, n): BenchCode => ({ name: `Groep ${n + 1}`, parent: null, level: 0 })),
	...Array.from({ length: middles }, (_, n): BenchCode => ({ name: `Onderwerp ${n + 1}`, parent: n % tops, level: 1 })),
	...Array.from({ length: leaves }, (_, n): BenchCode => ({
		name: `Thema ${n + 1}`,
		parent: tops + (n % middles),
		level: 2
	}))
];

/** Codings of 5-80 words, half of them within 20 words of an earlier one; 85 % leaf, 12 % middle, 3 % top codes; 4 coders. */
export const codingsFor = (
	random: Random,
	interviews: readonly BenchInterview[],
	tree: readonly BenchCode[],
	total: number
): BenchCoding[] => {
	const byLevel = [0, 1, 2].map((level) => tree.flatMap((code, index) => (code.level === level ? [index] : [])));
	const draws = byLevel.map((list) => zipf(random, list.length, 0.8));
	const earlier: number[][] = interviews.map(() => []);
	const seen = new Set<string>();
	const codings: BenchCoding[] = [];
	while (codings.length < total) {
		const index = Math.floor((codings.length * interviews.length) / total);
		const source = interviews[index];
		const starts = earlier[index];
		if (!source || !starts) break;
		const near = starts.length > 0 && random.next() < 0.5 ? starts[random.between(0, starts.length - 1)] : undefined;
		const wanted = near === undefined ? random.between(0, source.words.length - 1) : near + random.between(-20, 20);
		const first = Math.max(0, Math.min(source.words.length - 6, wanted));
		const last = Math.min(source.words.length - 1, first + random.between(5, 80) - 1);
		const chance = random.next();
		const level = chance < 0.85 ? 2 : chance < 0.97 ? 1 : 0;
		const code = byLevel[level]?.[draws[level]?.() ?? 0] ?? 0;
		const coder = random.between(0, 3);
		const start = source.words[first]?.start ?? 0;
		const end = source.words[last]?.end ?? start + 1;
		const key = `${index}/${start}/${end}/${code}/${coder}`;
		if (seen.has(key)) continue;
		seen.add(key);
		starts.push(first);
		codings.push({ interview: index, start, end, code, coder });
	}
	return codings;
};

const seed = 20_261_123;

/** A whole set, always the same. */
export const workload = (name: SetName) => {
	const { interviews: count, codes: sizes, codings: total } = sets[name];
	const random = randomFrom(seed);
	const words = vocabulary(random);
	const draw = zipf(random, words.length, 1.05);
	const interviews = Array.from({ length: count }, (_, n) =>
		interview(random, words, draw, `INT-${String(n + 1).padStart(4, '0')}`)
	);
	const tree = codes(sizes);
	return { interviews, codes: tree, codings: codingsFor(random, interviews, tree, total) };
};

/** Set T: interviews with 200, 1,000, 5,000 codings, and one of 100,000 words with 20,000. */
export const longInterviews = () => {
	const random = randomFrom(seed + 1);
	const words = vocabulary(random);
	const draw = zipf(random, words.length, 1.05);
	const tree = codes([10, 50, 240]);
	return {
		codes: tree,
		cases: [
			{ length: 8_000, codings: 200 },
			{ length: 8_000, codings: 1_000 },
			{ length: 8_000, codings: 5_000 },
			{ length: 100_000, codings: 20_000 }
		].map(({ length, codings }) => {
			const source = interview(random, words, draw, `LANG-${length}-${codings}`, length);
			return { interview: source, codings: codingsFor(random, [source], tree, codings) };
		})
	};
};

/** One interview with a codebook of 500 codes, to filter. */
export const largeCodebook = () => {
	const random = randomFrom(seed + 2);
	const words = vocabulary(random);
	const source = interview(random, words, zipf(random, words.length, 1.05), 'GROOT-CODEBOEK');
	const tree = codes(sets.L.codes);
	return { codes: tree, interviews: [source], codings: codingsFor(random, [source], tree, 1_000) };
};
