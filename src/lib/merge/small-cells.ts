import type { CountedGroup } from '../domain/report/live-block.ts';
import { groups, type Group } from '../domain/source/source.ts';
import type { JointDisplay } from './joint-display.ts';

/**
 * How far a file tells what residents and professionals say (R12, rule 7): each group apart, only all of them together, or
 * not at all because even together they are too few.
 */
export type Telling = 'apart' | 'together' | 'none';

type Spoken = Pick<JointDisplay['method'], 'residents' | 'professionals'>;

const sizeOf = ({ residents, professionals }: Spoken, group: Group): number =>
	group === 'resident' ? residents : professionals;

const isSmall = (interviews: number, smallest: number): boolean => interviews > 0 && interviews < smallest;

/** A group that is there, but with so few interviews that what it says could point to somebody. */
export const smallGroups = (spoken: Spoken, smallest: number): readonly Group[] =>
	groups.filter((group) => isSmall(sizeOf(spoken, group), smallest));

/**
 * The groups of which no quote stands beside an explanation: the small ones, and those of which no interview counts, since
 * such a quote is of an interview outside the count and could be the only one.
 */
export const groupsTooFewToQuote = (spoken: Spoken, smallest: number): readonly Group[] =>
	groups.filter((group) => sizeOf(spoken, group) < smallest);

/** One small group keeps the other from being told apart too: beside a total, the small one is the difference. */
export const tellingOf = (spoken: Spoken, smallest: number): Telling => {
	if (smallGroups(spoken, smallest).length === 0) return 'apart';
	return isSmall(spoken.residents + spoken.professionals, smallest) ? 'none' : 'together';
};

/** Why what interviews say is not counted: they are too few, or it would tell what the small group beside them says. */
export type WhyHeldBack = 'few' | 'beside';

/** Why what a group says, or all together, is not counted; null = it may be told. */
export const heldBackOf = (spoken: Spoken, smallest: number, group: CountedGroup): WhyHeldBack | null => {
	const telling = tellingOf(spoken, smallest);
	if (telling === 'apart' || (telling === 'together' && group === 'together')) return null;
	return group === 'together' || smallGroups(spoken, smallest).includes(group) ? 'few' : 'beside';
};

/**
 * Which parts of a whole are withheld, by their place: those of too few interviews, and as many others (the smallest first)
 * as it takes so that the whole without the parts that are told is not of too few interviews either.
 */
export const withheldParts = (sizes: readonly number[], smallest: number): ReadonlySet<number> => {
	const there = sizes
		.map((size, at) => ({ size, at }))
		.filter(({ size }) => size > 0)
		.sort((a, b) => a.size - b.size || a.at - b.at);
	const withheld = new Set<number>();
	let left = 0;
	for (const { size, at } of there) {
		if (!isSmall(size, smallest) && (left === 0 || left >= smallest)) break;
		withheld.add(at);
		left += size;
	}
	return withheld;
};
