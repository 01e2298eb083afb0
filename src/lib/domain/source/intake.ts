/** What an interviewer says about an interview at upload and at hand-over (R7). */
export type Intake = {
	/** a participant is younger than 16; null = not answered */
	readonly isMinor: boolean | null;
	/** there was an interpreter; null = not answered */
	readonly interpreter: boolean | null;
	/** what stood out, for who codes it; empty = nothing was written */
	readonly note: string;
};

export const noIntake: Intake = { isMinor: null, interpreter: null, note: '' };

/** Whether the voice of an interpreter still has to be pointed out. */
export const lacksInterpreter = (
	{ interpreter }: Pick<Intake, 'interpreter'>,
	speakers: readonly { readonly role: string }[]
): boolean => interpreter === true && !speakers.some(({ role }) => role === 'interpreter');
