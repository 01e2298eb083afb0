import { afterEach, expect, test } from 'vitest';
import type { CodingItem } from '#lib/contract/coding.ts';
import AlsoSaid from '#lib/ui/coding/AlsoSaid.svelte';
import { clear, show } from '../../support/show.ts';
import { deskOf } from './desk-of.ts';

afterEach(clear);

/** The quotes of a code on the desk, of a server that does not answer until it is there. */
const shown = () => {
	const server = { isThere: false };
	const desk = deskOf();
	const items: readonly CodingItem[] = [];
	desk.client.quotesOf = async () =>
		server.isThere
			? { ok: true, value: { items, nextCursor: null } }
			: { ok: false, status: 0, codes: [], message: 'Niet te bereiken é', messages: [] };
	const box = show(AlsoSaid, { desk, codeId: 'green', exceptId: null, hrefOf: () => '#' });
	return { server, box };
};

test.each(['a press', 'a connection that comes back'])(
	'quotes that could not be read are read again by %s',
	async (by) => {
		const { server, box } = shown();
		await expect.poll(() => box.textContent).toContain('Niet te bereiken é');
		server.isThere = true;
		if (by === 'a press') box.querySelector('button')?.click();
		else dispatchEvent(new Event('online'));
		await expect.poll(() => box.textContent).not.toContain('Niet te bereiken');
		expect(box.querySelector('button')).toBeNull();
	}
);
