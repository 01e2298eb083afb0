import { describe, expect, test } from 'vitest';
import { gradeOf, outcomeOf } from '#lib/domain/report/disclosure.ts';
import { checkDisclosure, type CheckedFacts } from '#lib/privacy/disclosure-check.ts';
import { noFacts } from '#lib/domain/report/file-facts.ts';
import { fileCheck } from '#lib/privacy/file-check.ts';

const interview = (sourceId: string, functionGroups: readonly string[] = []) => ({
	sourceId,
	areaId: 'a',
	areaName: 'Één wijk',
	group: 'professional' as const,
	functionGroups
});
const quote = (sourceId: string, mayShow = true) => ({
	place: 'Één wijk',
	reference: `${sourceId} · 2025`,
	sourceId,
	mayShow
});
const figure = (more: Partial<CheckedFacts['figures'][number]> = {}) => ({
	place: 'Één wijk',
	label: 'Voelt zich onveilig',
	year: 2025,
	n: 100,
	isSuppressed: false,
	saysOlder: false,
	...more
});
const nothing: CheckedFacts = { ...noFacts, interviews: [], openNames: new Map() };
const found = (facts: Partial<CheckedFacts>, smallest = 1) => checkDisclosure({ ...nothing, ...facts }, smallest);

describe('what a file could give away', () => {
	test('is nothing where there are enough interviews and cases, and everybody may be quoted', () => {
		const interviews = [interview('s1'), interview('s2'), interview('s3')];
		const findings = found({ interviews, quotes: [quote('s1')], figures: [figure()] }, 3);
		expect(findings).toEqual([]);
		expect(outcomeOf(findings)).toBe('clear');
	});

	test('is told of blocks in a text that hold back what a small group says, place by place', () => {
		const findings = found({ heldBack: [{ place: 'Één wijk' }, { place: 'Eén wijk' }, { place: 'Één wijk' }] });
		expect(findings).toEqual([
			{ kind: 'small-block', place: 'Één wijk', n: 2 },
			{ kind: 'small-block', place: 'Eén wijk', n: 1 }
		]);
		expect(outcomeOf(findings)).toBe('clear');
	});

	test('is a group or a function of which few were spoken to in an area', () => {
		expect(found({ interviews: [interview('s1'), interview('s2')] }, 3)).toMatchObject([
			{ kind: 'small-cell', place: 'Één wijk', group: 'professional', functionGroup: null, n: 2, smallest: 3 }
		]);
		const three = [interview('s1', ['wijkagent']), interview('s2', ['huisarts']), interview('s3', ['huisarts'])];
		expect(found({ interviews: three }, 2)).toMatchObject([{ functionGroup: 'wijkagent', n: 1 }]);
	});

	test('is a quote of the only one with a function, and not one whose words stay out', () => {
		const interviews = [interview('s1', ['wijkagent']), interview('s2', ['huisarts']), interview('s3', ['huisarts'])];
		const kinds = (quotes: CheckedFacts['quotes']) => found({ interviews, quotes }).map(({ kind }) => kind);
		expect(kinds([quote('s1'), quote('s2')])).toEqual(['unique-role']);
		expect(kinds([quote('s1', false)])).toEqual(['no-consent']);
	});

	test('is a figure about few people, from the tenth on no more', () => {
		expect(found({ figures: [figure({ n: 9 })] })).toMatchObject([{ kind: 'small-figure', n: 9, year: 2025 }]);
		expect(found({ figures: [figure({ n: 10 }), figure({ n: null })] })).toEqual([]);
	});
});

describe('what a finding asks', () => {
	test('is to know it where the file leaves it out already', () => {
		const findings = found({
			figures: [figure({ isSuppressed: true })],
			quotes: [quote('s1', false), quote('s1', false)]
		});
		expect(findings).toMatchObject([{ kind: 'suppressed' }, { kind: 'no-consent', n: 2 }]);
		expect(outcomeOf(findings)).toBe('clear');
	});

	test('is to mend it first where words or numbers may not be there', () => {
		const findings = found({
			interviews: [interview('s1', ['wijkagent'])],
			quotes: [quote('s1')],
			figures: [figure({ isSuppressed: true, saysOlder: true })],
			openNames: new Map([['s1', 2]])
		});
		expect(findings.map((finding) => [finding.kind, gradeOf(finding)])).toEqual([
			['suppressed-told', 'forbidden'],
			['open-names', 'forbidden'],
			['unique-role', 'confirm']
		]);
		expect(outcomeOf(findings)).toBe('forbidden');
	});
});

test('a check of the same file has another fingerprint when something else is to be confirmed, or of another file', () => {
	const people = { project: { smallCell: 3 }, functions: new Map(), openNames: new Map() };
	const counted = (n: number) => ({
		...noFacts,
		interviews: Array.from({ length: n }, (_, at) => interview(`s${at}`))
	});
	const check = (asked: unknown, n: number) => fileCheck(asked, people, counted(n)).fingerprint;
	expect(check('a', 1)).toBe(check('a', 1));
	expect(check('a', 2)).not.toBe(check('a', 1));
	expect(check('b', 1)).not.toBe(check('a', 1));
});
