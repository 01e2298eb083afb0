import { expect, test } from 'vitest';
import { withChanges } from '#lib/domain/with-changes.ts';

const study = { name: 'Één studie', areaId: null as string | null, n: 340 };

test('a field that is left out, or undefined, stays as it is', () => {
	expect(withChanges(study, { n: 12, name: undefined })).toEqual({ ...study, n: 12 });
	expect(withChanges(study, { areaId: 'west' })).toEqual({ ...study, areaId: 'west' });
});

test('the same object comes back when no field gets another value', () => {
	expect(withChanges(study, {})).toBe(study);
	expect(withChanges(study, { ...study })).toBe(study);
});
