import { describe, expect, test } from 'vitest';
import {
	actions,
	areasFor,
	grantsOf,
	may,
	narrowedTo,
	roles,
	type Access,
	type Action,
	type Role
} from '#lib/domain/project/membership.ts';

/**
 * Who may do what: a = administrator, i = interviewer, c = coder, k = codebook manager, w = author (writes), r = reader, h = key holder.
 * The first column is a role in all areas; the others are a role limited to West, asked about the project as a whole
 * ("anywhere"), West, a street in West, East, and the town that holds both.
 */
const table = `
                   everywhere | anywhere | West   | street | East | town
project.read       aickwrh    | aickwrh  | aickwrh | aickwrh | -    | -
project.manage     a          | -        | -      | -      | -    | -
member.manage      a          | -        | -      | -      | -    | -
frame.read         aickwrh    | aickwrh  | aickwrh | aickwrh | -    | -
frame.edit         a          | -        | -      | -      | -    | -
figures.read       aickwh     | aickwh   | aickwh | aickwh | -    | -
source.list        aickwh     | aickwh   | aickwh | aickwh | -    | -
source.upload      i          | i        | i      | i      | -    | -
source.prepare     i          | i        | i      | i      | -    | -
source.release     ai         | ai       | ai     | ai     | -    | -
source.pseudonymise ih        | ih       | ih     | ih     | -    | -
source.read-text   ickw       | ickw     | ickw   | ickw   | -    | -
source.assign      ak         | ak       | ak     | ak     | -    | -
reading.mark       ckw        | ckw      | ckw    | ckw    | -    | -
work.read          ickwh      | ickwh    | ickwh  | ickwh  | -    | -
work.settle        ickwh      | ickwh    | ickwh  | ickwh  | -    | -
work.take          ich        | ich      | ich    | ich    | -    | -
case.read          aickw      | aickw    | aickw  | aickw  | -    | -
case.edit          ai         | ai       | ai     | ai     | -    | -
case.withdraw      ai         | ai       | ai     | ai     | -    | -
codebook.read      aickw      | aickw    | aickw  | aickw  | -    | -
codebook.edit      k          | -        | -      | -      | -    | -
coding.read        ckw        | ckw      | ckw    | ckw    | -    | -
coding.apply       c          | c        | c      | c      | -    | -
memo.read          ickw       | ickw     | ickw   | ickw   | -    | -
memo.write         ickw       | ickw     | ickw   | ickw   | -    | -
memo.settle        ck         | ck       | ck     | ck     | -    | -
display.read       ackw       | ackw     | ackw   | ackw   | -    | -
display.decide     w          | w        | w      | w      | -    | -
explanation.read   ackw       | ackw     | ackw   | ackw   | -    | -
explanation.write  w          | w        | w      | w      | -    | -
study.read         ackw       | ackw     | ackw   | ackw   | -    | -
study.write        aw         | aw       | aw     | aw     | -    | -
report.read        w          | w        | w      | w      | -    | -
report.write       w          | w        | w      | w      | -    | -
publication.read   ackwr      | ackwr    | ackwr  | ackwr  | -    | -
publication.write  w          | w        | w      | w      | -    | -
export.quotes      w          | w        | w      | w      | -    | -
export.display     w          | w        | w      | w      | -    | -
name.report        ckw        | ckw      | ckw    | ckw    | -    | -
pseudonym.check    h          | h        | h      | h      | -    | -
key.open           h          | h        | h      | h      | -    | -
key.destroy       ah         | ah       | ah     | ah     | -    | -
`;
const letters: Readonly<Record<Role, string>> = {
	administrator: 'a',
	interviewer: 'i',
	coder: 'c',
	'codebook-manager': 'k',
	author: 'w',
	reader: 'r',
	'key-holder': 'h'
};
const [heading = '', ...lines] = table.trim().split('\n');
const columns = heading.split('|').map((name) => name.trim());
const rows = lines.map((line) => {
	const [first = '', ...others] = line.split('|').map((cell) => cell.trim());
	const [action = '', everywhere = ''] = first.split(/\s+/);
	return { action, cells: [everywhere, ...others] };
});

const paths: Readonly<Record<string, readonly string[]>> = {
	West: ['west', 'town'],
	street: ['street', 'west', 'town'],
	East: ['east', 'town'],
	town: ['town']
};
const me = 'anna';
const accessOf = (role: Role, areaIds: readonly string[] | null = null): Access => ({
	userId: me,
	memberships: [{ id: 'm', userId: me, role, areaIds }]
});
const lettersWho = (mayDo: (role: Role) => boolean) =>
	roles
		.filter(mayDo)
		.map((role) => letters[role])
		.join('') || '-';

describe('who may do what', () => {
	test('the table names every action', () => {
		expect(rows.map(({ action }) => action)).toEqual([...actions]);
		expect(columns).toEqual(['everywhere', 'anywhere', 'West', 'street', 'East', 'town']);
		expect(rows.every(({ cells }) => cells.length === columns.length)).toBe(true);
	});

	for (const [index, action] of actions.entries()) {
		const expected = rows[index]?.cells ?? [];
		test(`${action}: each role, in all areas and in West only`, () => {
			const found = columns.map((column) => {
				const areaPath = paths[column];
				const limit = column === 'everywhere' ? null : ['west'];
				return lettersWho((role) => may(accessOf(role, limit), action, areaPath ? { areaPath } : {}));
			});
			expect(found).toEqual(expected);
		});

		test(`${action}: a role in all areas has it in every area`, () => {
			for (const areaPath of Object.values(paths))
				expect(lettersWho((role) => may(accessOf(role), action, { areaPath }))).toBe(expected[0]);
		});

		test(`${action}: the areas of a question over many are those of the table`, () => {
			for (const role of roles) {
				const isIn = (column: number) => (expected[column] ?? '').includes(letters[role]);
				expect({ role, areas: areasFor(accessOf(role), action) }).toEqual({ role, areas: isIn(0) ? 'all' : [] });
				expect({ role, areas: areasFor(accessOf(role, ['west']), action) }).toEqual({
					role,
					areas: isIn(1) ? ['west'] : []
				});
				expect(grantsOf(accessOf(role), action).map(({ areaIds }) => areaIds)).toEqual(isIn(0) ? [null] : []);
				expect(grantsOf(accessOf(role, ['west']), action).map(({ areaIds }) => areaIds)).toEqual(
					isIn(1) ? [['west']] : []
				);
			}
		});
	}

	test('somebody without a role may do nothing', () => {
		const nobody: Access = { userId: me, memberships: [] };
		for (const action of actions) {
			expect(may(nobody, action)).toBe(false);
			expect(areasFor(nobody, action)).toEqual([]);
			expect(grantsOf(nobody, action)).toEqual([]);
		}
	});

	test('two roles give what either gives, each in its own areas', () => {
		const both: Access = {
			userId: me,
			memberships: [
				{ id: '1', userId: me, role: 'coder', areaIds: ['west'] },
				{ id: '2', userId: me, role: 'author', areaIds: ['east'] }
			]
		};
		const inArea = (action: Action, area: 'West' | 'East') => may(both, action, { areaPath: paths[area] ?? [] });
		expect([inArea('coding.apply', 'West'), inArea('coding.apply', 'East')]).toEqual([true, false]);
		expect([inArea('display.decide', 'West'), inArea('display.decide', 'East')]).toEqual([false, true]);
		expect([inArea('coding.read', 'West'), inArea('coding.read', 'East')]).toEqual([true, true]);
		expect(areasFor(both, 'coding.read')).toEqual(['west', 'east']);
		expect(areasFor(both, 'coding.apply')).toEqual(['west']);
	});

	test('what is read for one action alone is read with the roles of that action alone', () => {
		const both: Access = {
			userId: me,
			memberships: [
				{ id: '1', userId: me, role: 'coder', areaIds: null },
				{ id: '2', userId: me, role: 'author', areaIds: ['east'] }
			]
		};
		expect(areasFor(narrowedTo(both, 'export.quotes'), 'coding.read')).toEqual(['east']);
		expect(narrowedTo(both, 'frame.edit').memberships).toEqual([]);
	});
});

/**
 * What each role may do on a source, by whose it is and whether it is released yet.
 */
const sources = `
                  mine before | mine after | theirs before | theirs after
source.list       aih         | aickwh     | ah            | ackwh
source.prepare    i           | i          | -             | -
source.release    ai          | ai         | a             | a
source.pseudonymise ih        | ih         | h             | h
source.read-text  i           | ickw       | -             | ckw
case.read         ai          | aickw      | a             | ackw
case.edit         ai          | ai         | a             | a
case.withdraw     ai          | ai         | a             | a
name.report       -           | ckw        | -             | ckw
coding.read       -           | ckw        | -             | ckw
coding.apply      -           | c          | -             | c
`;

describe('whose source it is, and whether it is released', () => {
	const cases = [
		{ uploadedBy: me, isReleased: false },
		{ uploadedBy: me, isReleased: true },
		{ uploadedBy: 'bob', isReleased: false },
		{ uploadedBy: 'bob', isReleased: true }
	];
	const named: readonly Action[] = [
		'source.list',
		'source.prepare',
		'source.release',
		'source.pseudonymise',
		'source.read-text',
		'case.read',
		'case.edit',
		'case.withdraw',
		'name.report',
		'coding.read',
		'coding.apply'
	];
	const expectedOf = (action: Action) =>
		(sources.split('\n').find((line) => line.startsWith(`${action} `)) ?? '')
			.slice(action.length)
			.split('|')
			.map((cell) => cell.trim());

	for (const action of named) {
		test(`${action}: interviewers see their own, others what is released`, () => {
			const expected = expectedOf(action);
			expect(cases.map((target) => lettersWho((role) => may(accessOf(role), action, target)))).toEqual(expected);
			const inWest = { areaPath: paths['West'] ?? [] };
			expect(
				cases.map((target) => lettersWho((role) => may(accessOf(role, ['west']), action, { ...target, ...inWest })))
			).toEqual(expected);
			const inEast = { areaPath: paths['East'] ?? [] };
			expect(
				cases.map((target) => lettersWho((role) => may(accessOf(role, ['west']), action, { ...target, ...inEast })))
			).toEqual(['-', '-', '-', '-']);
		});

		test(`${action}: the condition for many sources says the same`, () => {
			const found = cases.map(({ uploadedBy, isReleased }) =>
				lettersWho((role) =>
					grantsOf(accessOf(role), action).some(
						({ ownOnly, releasedOnly }) => (!ownOnly || uploadedBy === me) && (!releasedOnly || isReleased)
					)
				)
			);
			expect(found).toEqual(expectedOf(action));
		});
	}
});
