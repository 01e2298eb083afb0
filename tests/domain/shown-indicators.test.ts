import { expect, test } from 'vitest';
import { indicatorsShown } from '#lib/domain/codebook/shown-indicators.ts';
import { buildJointDisplay } from '#lib/merge/build-display.ts';
import { figuresOf } from '#lib/report/display-manifest.ts';
import { areas, demoInput, pillars } from '../merge/demo-project.ts';

const cases = pillars.flatMap(({ id }) =>
	areas.filter(({ kind }) => kind === 'district').map((area) => [id, area.id] as const)
);

test.each(cases)(
	'a display of %s in %s shows the figures that are looked through, also borrowed ones',
	(pillarId, areaId) => {
		const input = demoInput(pillarId, areaId);
		const built = buildJointDisplay(input);
		if (!built.ok) throw new Error('not built');
		const looked = indicatorsShown(input.codebook, pillarId, input.indicators).map(({ id }) => id);
		expect([...looked].sort()).toEqual(
			figuresOf(built.value)
				.map(({ indicatorId }) => indicatorId)
				.sort()
		);
	}
);

test('the demo has a pillar that borrows a figure', () => {
	const input = demoInput(pillars[0]!.id, 'vollenhove');
	const borrowed = pillars.flatMap(({ id }) =>
		indicatorsShown(input.codebook, id, input.indicators).filter(({ pillarId }) => pillarId !== id)
	);
	expect(borrowed.map(({ key }) => key)).toContain('KW3');
});
