import type { CodingDesk } from '#lib/contract/coding-desk.ts';
import { DeskReading } from './desk-reading.svelte.ts';
import type { DeskState } from './desk-state.svelte.ts';

/** What this person read of the interview of a desk, from how far that was when the desk was read. */
export const readingOf = (desk: DeskState, { version, reading, source }: CodingDesk): DeskReading =>
	new DeskReading(
		{
			version,
			turns: desk.turns,
			get current() {
				return desk.current;
			},
			tell: (input) => desk.client.tellReading(source.id, input)
		},
		reading
	);
