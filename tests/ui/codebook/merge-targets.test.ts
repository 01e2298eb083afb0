import { expect, test } from 'vitest';
import { codebookOf } from '../../../src/lib/domain/codebook/codebook.ts';
import type { Code } from '../../../src/lib/domain/codebook/code.ts';
import { mergeTargets } from '../../../src/lib/ui/codebook/merge-targets.ts';

const code = (id: string, parentId: string | null, place: number, isCodable = true): Code => ({
	...{ id, parentId, place, name: id, isCodable, synonyms: [], definition: '', include: '', exclude: '', example: '' },
	...{ color: null, pillarIds: null, indicators: [] }
});

const book = codebookOf([
	code('Wonen', null, 0, false),
	code('Gróén 😀', 'Wonen', 0),
	code('Park', 'Gróén 😀', 0),
	code('Verkeer', null, 1)
]);
const labels = (id: string, codings: number | null) => mergeTargets(book, { id, codings }).map(({ label }) => label);

test('a code with codings goes into no group, and into nothing below itself', () => {
	expect(labels('Gróén 😀', 3)).toEqual(['Verkeer']);
	expect(labels('Verkeer', 1)).toEqual(['Wonen › Gróén 😀', 'Wonen › Gróén 😀 › Park']);
});

test('one without codings can go into a group as well', () => {
	expect(labels('Verkeer', 0)).toEqual(['Wonen', 'Wonen › Gróén 😀', 'Wonen › Gróén 😀 › Park']);
});

test('of who may not see codings it is not known, so that no group is offered', () => {
	expect(labels('Verkeer', null)).toEqual(['Wonen › Gróén 😀', 'Wonen › Gróén 😀 › Park']);
});
