import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, test } from 'vitest';
import { layOut } from '#lib/ui/transcript/lanes.ts';
import type { Passage } from '#lib/ui/transcript/passage.ts';
import Turn from '#lib/ui/transcript/Turn.svelte';
import { TurnTexts } from '#lib/ui/transcript/turn-texts.ts';
import type { TurnView } from '#lib/ui/transcript/turn-view.ts';

const words = 'Het park is opgeknapt 👩🏽‍🦳, alleen een bankje mist nog.';
const turn: TurnView = {
	...{ ordinal: 14, start: 0, end: [...words].length, speakerId: 's', startMs: null, endMs: null },
	...{ speaker: 'Bewoner', isAside: false, time: null, words }
};
const passages: readonly Passage[] = Array.from({ length: 20 }, (_, at) => ({
	...{
		id: `c${String(at).padStart(2, '0')}`,
		range: { start: 0, end: 8 },
		hue: at % 12,
		name: `Code ${at}`,
		signs: '',
		label: `Code ${at}`
	},
	...{ mark: '', spoken: `Code ${at}, gaat vooruit`, coder: 'Noor', isUnsaved: false, codedAt: '2025-01-01T00:00:00Z' }
}));

let shown: Record<string, unknown> | null = null;
afterEach(() => {
	if (shown) void unmount(shown);
	document.body.innerHTML = '';
});

const show = () => {
	const chosen: string[] = [];
	const { lanesOf: _, ...margin } = layOut(
		passages.map(({ id }) => ({ id, from: 0, to: 30 })),
		new Map()
	);
	const props = $state({
		...{
			turn,
			texts: new TurnTexts([turn]),
			passages,
			margin,
			isCurrent: true,
			chosenId: null as string | null,
			codeWord: 'Codeer'
		},
		...{ codeLabel: 'Codeer deze beurt', memoWords: '', isListOpen: false, onCode: () => {} },
		onChoose: (id: string): void => void chosen.push(id),
		onList: (isOpen: boolean): void => {
			props.isListOpen = isOpen;
		}
	});
	shown = mount(Turn, { target: document.body, props });
	flushSync();
	return { chosen };
};

test('a passage that is coded twenty times: six stripes, and a list of all twenty behind the number', () => {
	const { chosen } = show();
	const stripes = [...document.querySelectorAll<HTMLButtonElement>('.lanes .bar')];
	expect(stripes).toHaveLength(6);
	expect(stripes.map((stripe) => stripe.getAttribute('aria-label'))).toEqual(
		passages.slice(0, 6).map(({ spoken }) => expect.stringContaining(spoken))
	);
	const more = document.querySelector<HTMLButtonElement>('.lanes .more');
	expect(more?.textContent).toBe('+14');
	more?.click();
	flushSync();
	const listed = [...document.querySelectorAll<HTMLButtonElement>('.list.open li button')];
	expect(listed).toHaveLength(20);
	expect(listed[19]?.textContent).toContain('Code 19');
	listed[19]?.click();
	expect(chosen).toEqual(['c19']);
});

test('a turn is called after who speaks, the words and its codings; stripes and buttons add nothing to that', () => {
	show();
	const row = document.querySelector('[role=row]');
	const names = (row?.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id));
	const [who, said, codes] = names.map((part) => part?.textContent?.replace(/\s+/g, ' ').trim() ?? '');
	expect(names).toHaveLength(3);
	expect([who, said]).toEqual(['14 Bewoner', words]);
	expect(codes?.match(/gaat vooruit/g)).toHaveLength(20);
	expect([...(row?.children ?? [])].map((part) => part.getAttribute('role'))).toEqual([
		...['rowheader', 'gridcell', 'gridcell', 'gridcell']
	]);
});
