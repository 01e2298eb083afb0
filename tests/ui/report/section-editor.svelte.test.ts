import { flushSync } from 'svelte';
import { afterEach, expect, test } from 'vitest';
import type { ReportCommentAnswer } from '../../../src/lib/contract/report-comment.ts';
import { ReportClient } from '../../../src/lib/ui/report/report-client.ts';
import SectionEditor from '../../../src/lib/ui/report/SectionEditor.svelte';
import { textOf } from '../../support/rich-text-of.ts';
import { clear, show } from '../../support/show.ts';

afterEach(clear);

const place = { pillarId: 'p', areaId: 'a', slot: 'message' } as const;
const comment: ReportCommentAnswer = {
	...place,
	...{ id: 'c', about: 'passage', start: 2, end: 6, words: 'Café', body: 'Welk café?' },
	...{ madeBy: { id: 'b', name: 'Bob' }, madeAt: '2026-01-01T10:00:00.000Z', settled: null, replies: [] },
	mayDelete: false
};

test('the words of a comment are shown in the text, also to who only reads', () => {
	const box = show(SectionEditor, {
		...{
			projectId: 'p',
			reportId: 'r',
			rounds: { fromWaveId: 'w1', toWaveId: 'w2' },
			userId: 'ada',
			client: new ReportClient('p', 'ada'),
			comments: [comment],
			mayWrite: false
		},
		section: { ...place, version: 1, text: textOf('😀 Café dicht'), changedBy: null, changedAt: null, blocks: [] },
		onComments: async () => {},
		onFilled: () => {}
	});
	const button = [...box.querySelectorAll('button')].find((one) => one.textContent?.includes('Toon in de tekst'));
	button?.click();
	flushSync();
	expect(getSelection()?.toString()).toBe('Café');
	expect(document.activeElement?.textContent).toBe('😀 Café dicht');
});
