import { expect, test } from 'vitest';
import { areaKinds } from '#lib/domain/area/area.ts';
import { studyKinds } from '#lib/domain/area/study.ts';
import { indicatorRelations } from '#lib/domain/codebook/code.ts';
import { valences } from '#lib/domain/coding/valence.ts';
import { directions, indicatorKinds } from '#lib/domain/indicator/indicator.ts';
import { explanationKinds, recognisedAnswers, voicesOfExplanations } from '#lib/domain/integration/explanation.ts';
import { fits } from '#lib/domain/integration/fit.ts';
import { roles } from '#lib/domain/project/membership.ts';
import { groups, sourceStatuses } from '#lib/domain/source/source.ts';
import { speakerRoles } from '#lib/domain/source/speaker.ts';
import * as labels from '#lib/words/labels.ts';

type Label = (value: never, locale: 'nl' | 'en') => string;

const tables: readonly (readonly [string, Label, readonly string[]])[] = [
	['area kinds', labels.areaKindLabel, areaKinds],
	['study kinds', labels.studyKindLabel, studyKinds],
	['relations', labels.relationLabel, indicatorRelations],
	['valences', labels.valenceLabel, valences.map(({ key }) => key)],
	['directions', labels.directionLabel, directions],
	['indicator kinds', labels.indicatorKindLabel, indicatorKinds],
	['explanation kinds', labels.explanationKindLabel, explanationKinds],
	['recognitions', labels.recognisedLabel, recognisedAnswers],
	['who says', labels.saidByLabel, voicesOfExplanations],
	['fits', labels.fitLabel, fits],
	['roles', labels.roleLabel, roles],
	['groups', labels.groupLabel, groups],
	['source statuses', labels.sourceStatusLabel, sourceStatuses],
	['speaker roles', labels.speakerRoleLabel, speakerRoles]
];

test.each(tables)('each of the %s has its own word in both languages', (_, label, values) => {
	for (const locale of ['nl', 'en'] as const) {
		const words = values.map((value) => label(value as never, locale));
		expect(words.every((word) => word !== '')).toBe(true);
		expect(new Set(words).size).toBe(values.length);
	}
});

test('a capital is put before a word that stands alone, also outside the BMP', () => {
	expect(labels.capitalised('gaat vooruit')).toBe('Gaat vooruit');
	expect(labels.capitalised('één groep stil')).toBe('Één groep stil');
	expect(labels.capitalised('😀')).toBe('😀');
	expect(labels.capitalised('')).toBe('');
});
