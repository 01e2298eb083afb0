import { expect, test } from 'vitest';
import type { Area, AreaKind } from '#lib/domain/area/area.ts';
import { areaTree } from '#lib/domain/area/tree.ts';

const area = (id: string, kind: AreaKind, parentId: string | null): Area => ({
	id,
	parentId,
	name: id,
	aliasName: null,
	kind,
	statisticalCodes: []
});

test('an area is followed by what lies in it, in the order of the list, and knows those beside it', () => {
	const areas = [
		area('oost', 'district', 'stad'),
		area('land', 'country', null),
		area('dorp', 'municipality', 'land'),
		area('stad', 'municipality', 'land'),
		area('west', 'district', 'stad')
	];
	expect(areaTree(areas).map(({ area: { id }, depth, siblings }) => [id, depth, siblings])).toEqual([
		['land', 0, ['land']],
		['dorp', 1, ['dorp', 'stad']],
		['stad', 1, ['dorp', 'stad']],
		['oost', 2, ['oost', 'west']],
		['west', 2, ['oost', 'west']]
	]);
});

test('an area whose parent is not in the list is not lost: it stands at the top', () => {
	const areas = [area('wijk', 'district', 'gone'), area('land', 'country', null)];
	expect(areaTree(areas).map(({ area: { id }, depth }) => [id, depth])).toEqual([
		['wijk', 0],
		['land', 0]
	]);
});
