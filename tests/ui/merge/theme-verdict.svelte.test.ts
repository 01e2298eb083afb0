import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { voicesOf } from '../../../src/lib/merge/voices.ts';
import ThemeVerdict from '../../../src/lib/ui/merge/ThemeVerdict.svelte';

const place = document.createElement('div');
let shown: Record<string, unknown> | undefined;

beforeEach(() => {
	document.body.append(place);
});
afterEach(async () => {
	if (shown) await unmount(shown);
	place.remove();
});

const sign = (sourceId: string, change: 'forward' | 'backward') => ({
	...{ sourceId, title: `Café ${sourceId} 😀`, group: 'resident' as const, waveId: '2025', year: 2025 },
	...{ change, level: null }
});

test('a row says what is proposed and which counts it follows from', () => {
	const voices = voicesOf([sign('1', 'forward'), sign('2', 'forward'), sign('3', 'forward'), sign('4', 'backward')], {
		resident: 8,
		professional: 0
	});
	const row = {
		...{ name: 'Groen', section: 'voices-only' as const, decision: null, indicators: [], findings: [], voices },
		proposal: { fit: 'voices-only' as const, note: null }
	};
	shown = mount(ThemeVerdict, { target: place, props: { row } });
	flushSync();
	expect(place.textContent).toContain(
		'Voorstel: Alleen stemmen. Geen indicator over hetzelfde onderwerp; 3 van 4 gesprekken vooruit, 1 achteruit.'
	);
});
