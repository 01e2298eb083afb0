import type { CodeId } from '../project/ids.ts';
import type { Coding } from './coding.ts';

/** When a coding was given its code, and the codes it had before. */
export type CodeMoments = {
	/** when it got the code it has now; ISO 8601, UTC */
	readonly codeSetAt: string;
	/** when it was given each code that it had before; the same */
	readonly earlierCodes: Readonly<Record<CodeId, string>>;
};

/**
 * The moments of a coding once somebody gives it a code: the version of the codebook that counts for it is the one in
 * which its present code was chosen, so that a new choice is a new moment. Who takes a choice back (`isBack`) or does it
 * again gets the moment of that choice back.
 *
 * Merging codes is no such choice: nobody judges the passages again, and where the code came from is told by its line of
 * descent. So a coding knows after a merge the version under which it was judged. A split is one: somebody picks, passage
 * by passage, what goes to which code.
 */
export const codeGiven = (
	coding: Pick<Coding, 'codeId'> & CodeMoments,
	codeId: CodeId,
	at: string,
	isBack: boolean
): CodeMoments => {
	const { codeSetAt, earlierCodes } = coding;
	if (codeId === coding.codeId) return { codeSetAt, earlierCodes };
	const { [codeId]: before, ...others } = earlierCodes;
	return {
		codeSetAt: isBack && before !== undefined ? before : at,
		earlierCodes: { ...others, [coding.codeId]: codeSetAt }
	};
};
