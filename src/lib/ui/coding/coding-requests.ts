import type { ChangeCodingInput } from '#lib/contract/coding.ts';
import { valenceList } from '#lib/domain/coding/valence.ts';
import type { Reply } from '../api/ask.ts';
import type { CodingChange } from './coding-trails.ts';

/** A change as the server takes it; a passage is counted over a version of the text. */
export const inputOf = (change: CodingChange, version: number): ChangeCodingInput => ({
	...(change.codeId !== undefined && { codeId: change.codeId }),
	...(change.isBack && { takesBack: true }),
	...(change.valences && { valences: [...valenceList(change.valences)] }),
	...(change.isImportant !== undefined && { important: change.isImportant }),
	...(change.range && { ...change.range, version })
});

/** The server had a fault of its own. */
export const canHelp = (reply: Reply<unknown>) => !reply.ok && reply.status >= 500;

/** The text was edited since. */
export const isOfEarlierText = (reply: Reply<unknown>) => !reply.ok && reply.codes.includes('version-conflict');

/** A code went from the codebook, or takes no codings any more. */
export const isOfGoneCode = (reply: Reply<unknown>) =>
	!reply.ok && reply.codes.some((code) => code === 'code-unknown' || code === 'code-not-codable');

/** The server has something else than the screen. */
export const isStale = (reply: Reply<unknown>) =>
	!reply.ok && (reply.status === 404 || reply.codes.includes('coding-changed'));
