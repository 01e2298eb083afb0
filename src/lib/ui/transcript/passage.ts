import type { Placed } from '#lib/domain/coding/desk.ts';

/** A coding as the transcript shows it. */
export type Passage = Placed & {
	/** index into the palette */
	readonly hue: number;
	/** the code's name */
	readonly name: string;
	/** marks of the valences: ▲ ▼ ✓ ◦ */
	readonly signs: string;
	/** what stands beside its stripe */
	readonly label: string;
	/** what the colour of its stripe stands for, in one sign; empty when that is its code */
	readonly mark: string;
	/** name and valences in words: "Groen en spelen, gaat vooruit" */
	readonly spoken: string;
	readonly coder: string;
	readonly isUnsaved: boolean;
};
