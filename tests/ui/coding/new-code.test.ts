import { describe, expect, it } from 'vitest';
import type { DeskCode } from '#lib/contract/coding-desk.ts';
import { withCode } from '#lib/ui/coding/new-code.ts';

const code = (id: string, depth: number, parentId: string | null = null): DeskCode => ({
	id,
	parentId,
	depth,
	name: id,
	path: id,
	definition: '',
	include: '',
	exclude: '',
	example: '',
	synonyms: [],
	color: 0,
	isCodable: true,
	pillarIds: []
});
const ids = (codes: readonly DeskCode[]) => codes.map(({ id }) => id);
const tree = [code('Wonen', 0), code('Groen', 1, 'Wonen'), code('Bomen', 2, 'Groen'), code('Zorg', 0)];

describe('a code made on the desk', () => {
	it('stands last below its parent, after all that stands below the others there', () => {
		expect(ids(withCode(tree, code('Huur', 1, 'Wonen')))).toEqual(['Wonen', 'Groen', 'Bomen', 'Huur', 'Zorg']);
		expect(ids(withCode(tree, code('Buurtzorg', 1, 'Zorg')))).toEqual([...ids(tree), 'Buurtzorg']);
	});

	it('stands last of all when it has no parent', () => {
		expect(ids(withCode(tree, code('Werk', 0)))).toEqual([...ids(tree), 'Werk']);
	});

	it('is not there twice when the server told of it first', () => {
		expect(withCode(tree, code('Groen', 1, 'Wonen'))).toBe(tree);
	});
});
