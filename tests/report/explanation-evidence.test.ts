import { describe, expect, test } from 'vitest';
import type { EvidenceItem } from '#lib/domain/integration/evidence.ts';
import type { Explanation } from '#lib/domain/integration/explanation.ts';
import type { Group } from '#lib/domain/source/source.ts';
import type { JointDisplay } from '#lib/merge/joint-display.ts';
import { jointDisplayDocument } from '#lib/report/joint-display-document.ts';
import { decidedDisplay } from './decided-display.ts';

const about = { projectName: 'Demo', isFictional: true, frozenAt: '2026-03-12T09:00:00Z' };

const quoteOf = (group: Group): EvidenceItem => ({
	...{ kind: 'quote', id: group, side: 'supports', remark: `Van een ${group}.`, group },
	...{ codingId: 'c', sourceId: 's', text: `Woorden van een ${group}.`, reference: `REF-${group}`, withheld: null }
});

/** Safety in Vollenhove, where two professionals were spoken to, with both groups quoted beside an explanation. */
const explained = (): JointDisplay => {
	const display = decidedDisplay();
	const at = display.rows.findIndex(({ indicators }) => indicators.length > 0);
	const explanation: Explanation = {
		...{ id: 'e', indicatorId: display.rows[at]!.indicators[0]!.indicatorId, areaId: display.area.id },
		...{ fromWaveId: '2021', toWaveId: '2025', kind: 'policy', text: 'Er is meer toezicht.', saidBy: 'municipality' },
		...{ evidence: '', counterEvidence: '', evidenceItems: [quoteOf('resident'), quoteOf('professional')] },
		...{ strength: 'supported', sessionId: null, recognised: null, recognitions: [] }
	};
	return {
		...display,
		rows: display.rows.map((row, place) => (place === at ? { ...row, explanations: [explanation] } : row))
	};
};

describe('quotes beside an explanation in the file of a joint display', () => {
	const textOf = (display: JointDisplay) => JSON.stringify(jointDisplayDocument(display, [], about, 'nl').blocks);

	test('stand there without words, reference and remark where the group is too small, and are counted', () => {
		const text = textOf(explained());
		expect(text).toContain('Woorden van een resident.');
		expect(text).toContain('steunt dit: citaat van een kleine groep, niet getoond');
		expect(text).toContain('1 citaat bij een verklaring staat er niet in');
		for (const told of ['Woorden van een professional.', 'REF-professional', 'Van een professional.'])
			expect(text).not.toContain(told);
	});

	test('stand there in full where the group is large enough', () => {
		const text = textOf({ ...explained(), smallCell: 2 });
		expect(text).toContain('Woorden van een professional.');
		expect(text).not.toContain('kleine groep');
	});

	test('of a group of which no interview counts are not told either: it could be the only one', () => {
		const display = explained();
		const text = textOf({ ...display, method: { ...display.method, professionals: 0 } });
		expect(text).not.toContain('Woorden van een professional.');
		expect(text).toContain('niet getoond');
	});
});
