import { buildJointDisplay } from '#lib/merge/build-display.ts';
import { decide } from '#lib/merge/decide.ts';
import type { ChosenQuote, DisplayInput, JointDisplay } from '#lib/merge/joint-display.ts';
import { demoInput } from '../merge/demo-project.ts';

const build = (input: DisplayInput): JointDisplay => {
	const built = buildJointDisplay(input);
	if (!built.ok) throw new Error(JSON.stringify(built.problems));
	return built.value;
};

const quote = (codeId: string, sourceId: string, more: Partial<ChosenQuote>): ChosenQuote => ({
	codingId: `${codeId}-${sourceId}`,
	codeId,
	sourceId,
	group: 'resident',
	waveId: '2025',
	text: 'Ik loop nu ’s avonds gewoon weer langs de flat 😀.',
	reference: 'VOL-B-02 · 2025 · 14',
	valences: { change: 'forward', level: null },
	...{ isImportant: false, shortened: null, isOutdated: false },
	...more
});

/** Safety in Vollenhove with chosen quotes, a decision that stands and one that must be looked at again. */
export const decidedDisplay = (): JointDisplay => {
	const input = demoInput('safety', 'vollenhove');
	const before = build(input);
	const decision = (codeId: string, reason: string, metaInference: string) => {
		const row = before.rows.find((candidate) => candidate.codeId === codeId)!;
		const made = decide(
			row,
			{ fit: row.proposal.fit!, reason, metaInference, withoutExplanation: true },
			{ userId: 'u', name: 'Auteur Één', at: '2025-03-12T09:00:00Z' }
		);
		if (!made.ok) throw new Error(JSON.stringify(made.problems));
		return made.value;
	};
	return build({
		...input,
		quotes: [
			quote('V1', 'VOL-B-02.srt', {}),
			quote('V1', 'VOL-B-03.txt', { text: null, reference: 'VOL-B-03 · 2025 · 3' }),
			quote('V2', 'VOL-P-01.txt', {
				group: 'professional',
				text: '=SOM(1;2) zei de \u000Bjongere & <lachte>.',
				reference: 'VOL-P-01 · 2023 · 9'
			})
		],
		decisions: [
			{ codeId: 'V1', decision: decision('V1', '', 'Bewoners voelen zich veiliger.'), basis: null, readings: [] },
			{
				codeId: 'V3',
				decision: { ...decision('V3', 'Aangiften zeggen weinig.', ''), dataFingerprint: 'of-yesterday' },
				...{ basis: null, readings: [] }
			}
		]
	});
};
