import { expect, test } from 'vitest';
import { currentOf } from '#lib/report/live-said.ts';
import { decidedDisplay } from './decided-display.ts';

const fitsIn = (locale: 'nl' | 'en') => {
	const now = currentOf({ kind: 'display' }, { display: decidedDisplay(), quote: null }, locale);
	if (now.kind !== 'there' || now.said.kind !== 'table') throw new Error('no table');
	return now.said.rows.map((row) => [row[0], row.at(-1)]);
};

test('a display in a report tells with each judgement and each proposal what it follows from', () => {
	expect(fitsIn('nl').slice(0, 2)).toEqual([
		['Je veilig voelen', 'Bevestigt. 2 van 2 indicatoren gunstiger; 3 van 5 gesprekken vooruit, 1 ‘kan beter’.'],
		[
			'Overlast en groepen',
			'Nog geen oordeel. Voorstel: Bevestigt. 1 van 1 indicator gunstiger; 2 van 2 gesprekken vooruit.'
		]
	]);
	expect(fitsIn('en')[0]?.[1]).toBe(
		'Confirms. 2 of 2 indicators better; 3 of 5 interviews forward, 1 ‘could be better’.'
	);
});

test('a display in a report tells no group apart that is too small, and nobody when all together are too few', () => {
	const tableOf = (smallCell: number) => {
		const now = currentOf({ kind: 'display' }, { display: { ...decidedDisplay(), smallCell }, quote: null }, 'nl');
		if (now.kind !== 'there' || now.said.kind !== 'table') throw new Error('no table');
		return { ...now.said, fingerprint: now.fingerprint };
	};
	expect(tableOf(1).columns.slice(2)).toEqual(['Bewoners', 'Professionals', 'Samenhang']);
	const together = tableOf(3);
	expect(together.columns.slice(2)).toEqual(['Alle gesprekken', 'Samenhang']);
	expect(together.rows[0]?.slice(2)).toEqual([
		expect.stringContaining('vooruit 3'),
		'Bevestigt. 2 van 2 indicatoren gunstiger; 3 van 5 gesprekken vooruit, 1 ‘kan beter’.'
	]);
	const none = tableOf(9);
	expect(none.rows[0]?.slice(2)).toEqual([expect.stringContaining('te weinig om te vertellen'), 'Bevestigt']);
	expect(new Set([tableOf(1).fingerprint, together.fingerprint, none.fingerprint]).size).toBe(3);
});
