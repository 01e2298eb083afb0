import { ok, type Result } from '../domain/problem.ts';
import type { DisplayInput, DisplayRow, JointDisplay } from './joint-display.ts';
import { decisionOf, layOut, themeIn, todayOf } from './lay-out.ts';

/** What the overview shows of a display. */
export type OverviewDisplay = Pick<JointDisplay, 'pillar' | 'area' | 'isAbsent' | 'indicators'> & {
	readonly rows: readonly Pick<DisplayRow, 'voices' | 'proposal' | 'decision'>[];
	readonly method: Pick<JointDisplay['method'], 'residents' | 'professionals'>;
};

/**
 * The same as `buildJointDisplay`, as far as the overview shows it: many displays at once, so what a decision would rest
 * on is worked out only where there is one.
 */
export const buildOverview = (input: DisplayInput): Result<OverviewDisplay> => {
	const laid = layOut(input);
	if (!laid.ok) return laid;
	const { figuresInput, figures, counted, themes } = laid.value;
	const rows = themes.map((code) => {
		const theme = themeIn(input, figuresInput, code, counted);
		const { voices, proposal } = theme;
		return { voices, proposal, decision: decisionOf(input, code, () => todayOf(theme)) };
	});
	const { resident: residents, professional: professionals } = counted.totals;
	return ok({
		pillar: input.pillar,
		area: input.area,
		isAbsent: input.pillar.absentIn.includes(input.area.id),
		indicators: figures,
		rows,
		method: { residents, professionals }
	});
};
