import { expect, test } from 'vitest';
import { currentOf } from '#lib/report/live-said.ts';
import { decidedDisplay } from './decided-display.ts';

const fitsIn = (locale: 'nl' | 'en') => {
	const now = currentOf({ kind: 'display' }, { display: decidedDisplay(), quote: null }, locale);
	if (now.kind !== 'there' || now.said.kind !== 'table') throw new Error('no table');
	return now.said.rows.map((row) => [row[0], row[4]]);
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
