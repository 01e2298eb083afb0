import { codebookOf } from '#lib/domain/codebook/codebook.ts';
import type { Explanation } from '#lib/domain/integration/explanation.ts';
import type { DisplayInput } from '#lib/merge/joint-display.ts';
import { codebook, demoInput } from './demo-project.ts';

/** Safety in Vollenhove, in which no theme has the figure KV3. */
export const unlinkedInput = (more: Partial<DisplayInput> = {}): DisplayInput => ({
	...demoInput('safety', 'vollenhove'),
	codebook: codebookOf(
		codebook.codes.map((code) => ({
			...code,
			indicators: code.indicators.filter(({ indicatorId }) => indicatorId !== 'KV3')
		}))
	),
	explanations: [],
	...more
});

/** A possible explanation of that figure, given outside a session. */
export const explanationOf = (more: Partial<Explanation> = {}): Explanation => ({
	...{ id: 'e', indicatorId: 'KV3', areaId: 'vollenhove', fromWaveId: '2021', toWaveId: '2025' },
	...{ kind: 'policy', text: 'Er is een jongerenwerker 😀.', saidBy: 'municipality', evidence: 'Memo' },
	...{ counterEvidence: '', evidenceItems: [], strength: 'one', sessionId: null, recognised: null, recognitions: [] },
	...more
});
