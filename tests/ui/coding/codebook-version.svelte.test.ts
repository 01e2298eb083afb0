import { mount, unmount } from 'svelte';
import { afterEach, describe, expect, it } from 'vitest';
import { m } from '#lib/paraglide/messages.js';
import { formatDay } from '#lib/words/date.ts';
import CodingDetails from '#lib/ui/coding/CodingDetails.svelte';
import { at, deskOf } from './desk-of.ts';

/** The version of the codebook under which a coding was made, at the desk. */

let shown: Record<string, unknown> | null = null;
afterEach(() => {
	if (shown) void unmount(shown);
	document.body.innerHTML = '';
});

const said = (...versions: readonly { number: number; name: string; madeAt: string }[]) => {
	const desk = deskOf({ codebookVersions: versions.map((one) => ({ ...one, id: `version-${one.number}` })) });
	const [coding] = desk.store.all;
	if (!coding) throw new Error('the desk has a coding');
	shown = mount(CodingDetails, { target: document.body, props: { desk, coding } });
	return document.body.textContent;
};
const saidOfRecoded = (recodedAt: string, ...versions: readonly { number: number; name: string; madeAt: string }[]) => {
	const made = Date.parse(at);
	const recoded = Date.parse(recodedAt);
	const desk = deskOf({
		codebookVersions: versions.map((one) => ({ ...one, id: `version-${one.number}` })),
		codings: [['recoded', 0, 6, 0, 0, null, null, 0, 0, made, recoded, recoded]]
	});
	const [coding] = desk.store.all;
	if (!coding) throw new Error('the desk has a coding');
	shown = mount(CodingDetails, { target: document.body, props: { desk, coding } });
	return document.body.textContent;
};
const [before, after] = ['2025-12-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z'];

describe('the panel of a passage', () => {
	it('tells the version that was there when it was coded, not a newer one', () => {
		const text = said(
			{ number: 3, name: 'Ronde 3', madeAt: after },
			{ number: 2, name: 'Ronde é 😀', madeAt: at },
			{ number: 1, name: 'Proef', madeAt: before }
		);
		expect(text).toContain(m.desk_coded_under({ number: 2, name: 'Ronde é 😀' }));
		expect(text).not.toContain('Ronde 3');
	});

	it('tells that a coding is older than the first version', () => {
		expect(said({ number: 1, name: 'Proef', madeAt: after })).toContain(m.desk_coded_before_versions());
	});

	it('tells also under which version, and when, it got another code', () => {
		const first = { number: 1, name: 'Proef', madeAt: before };
		const second = { number: 2, name: 'Ronde é 😀', madeAt: after };
		const text = saidOfRecoded('2026-02-03T10:00:00.000Z', second, first);
		expect(text).toContain(m.desk_coded_under({ number: 1, name: 'Proef' }));
		expect(text).toContain(m.desk_recoded_under({ ...second, date: formatDay('2026-02-03T10:00:00.000Z') }));
	});

	it('tells of another code from before the first version when that was', () => {
		const text = saidOfRecoded('2026-02-03T10:00:00.000Z');
		expect(text).toContain(m.desk_recoded_at({ date: formatDay('2026-02-03T10:00:00.000Z') }));
	});

	it('is silent while the codebook has no versions', () => {
		expect(said()).not.toContain(m.desk_coded_before_versions());
	});
});
