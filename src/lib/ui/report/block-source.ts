import type { LiveBlockAnswer } from '#lib/contract/report.ts';
import { m } from '#lib/paraglide/messages.js';

/** The rounds of a report. */
export type Rounds = { readonly fromWaveId: string; readonly toWaveId: string };

/** Where the evidence of a block stands, and what the link to it says: a passage, an indicator or a joint display. */
export const blockSource = (
	projectId: string,
	rounds: Rounds,
	{ shows, pillarId, areaId }: Pick<LiveBlockAnswer, 'shows' | 'pillarId' | 'areaId'>
): { readonly href: string; readonly label: string } => {
	const project = `/projects/${projectId}`;
	switch (shows.kind) {
		case 'quote':
			return { href: `${project}/codings/${shows.codingId}`, label: m.writing_to_passage() };
		case 'figure':
		case 'chart': {
			const query = new URLSearchParams({ areaId });
			return { href: `${project}/kernset/indicators/${shows.indicatorId}?${query}`, label: m.writing_to_indicator() };
		}
		case 'count':
		case 'display':
		case 'table': {
			const theme = shows.kind === 'count' ? `#theme-${shows.codeId}` : '';
			const query = new URLSearchParams({ ...rounds });
			return {
				href: `${project}/joint-display/${pillarId}/${areaId}?${query}${theme}`,
				label: m.writing_to_display()
			};
		}
		default:
			return shows satisfies never;
	}
};
