import type { Area } from '#lib/domain/area/area.ts';
import type { Wave } from '#lib/domain/area/wave.ts';
import { defaultThreshold, type Indicator } from '#lib/domain/indicator/indicator.ts';
import type { Frame } from '#lib/import/observations-table.ts';

export const area = (name: string, more: Partial<Area> = {}): Area => ({
	id: `area-${name}`,
	parentId: null,
	name,
	aliasName: null,
	kind: 'district',
	statisticalCodes: [],
	...more
});

export const indicator = (key: string, unit: string): Indicator => ({
	id: `indicator-${key}`,
	key,
	label: `Naam van ${key}`,
	pillarId: 'pillar',
	unit,
	direction: 'higher-better',
	kind: 'survey',
	source: '',
	rhythm: null,
	threshold: defaultThreshold('survey', unit)
});

export const waves: readonly Wave[] = [
	{ id: 'wave-1', label: 'Nulmeting', year: 2021 },
	{ id: 'wave-2', label: 'Tweede meting', year: 2023 }
];

export const frame: Frame = {
	indicators: [indicator('KG1', '% 18+'), indicator('KW1', 'cijfer 1-10')],
	areas: [
		area('Overvecht', { aliasName: 'Dreevenwijk', statisticalCodes: ['WK034403'] }),
		area('Batau', { statisticalCodes: ['WK035603', 'WK035604'] })
	],
	waves
};
