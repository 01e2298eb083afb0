import { AlignmentType, LevelFormat, type INumberingOptions, type IParagraphOptions } from 'docx';

const levels = 6; // of lists within lists; an author gets to five
const step = 340; // twips: 1/1440 inch

const levelsOf = (format: (typeof LevelFormat)[keyof typeof LevelFormat], sign: (level: number) => string) =>
	Array.from({ length: levels }, (_, level) => ({
		level,
		format,
		text: sign(level),
		alignment: AlignmentType.START,
		style: { paragraph: { indent: { left: step * (level + 1), hanging: step * 0.75 } } }
	}));

/** The signs in front of the items of lists, which any letter has. */
export const docxLists: INumberingOptions = {
	config: [
		{ reference: 'bulleted', levels: levelsOf(LevelFormat.BULLET, (level) => (level % 2 === 0 ? '•' : '–')) },
		{ reference: 'numbered', levels: levelsOf(LevelFormat.DECIMAL, (level) => `%${level + 1}.`) }
	]
};

/** Where a paragraph below an item stands. */
export const belowItem = (depth: number) => ({ left: step * depth });

/** Makes an item of a list belong to that list: each list counts by itself. */
export type ListItem = (depth: number) => NonNullable<IParagraphOptions['numbering']>;

/** The lists of one document, each with a number of its own. */
export const newLists = (): ((isOrdered: boolean) => ListItem) => {
	let count = 0;
	return (isOrdered) => {
		count += 1;
		const list = isOrdered ? { reference: 'numbered', instance: count } : { reference: 'bulleted' };
		return (level) => ({ ...list, level });
	};
};
