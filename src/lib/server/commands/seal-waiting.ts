import { sealBytes, unsealBytes } from '../access/seal.ts';
import type { WaitingFile } from '../store/import-jobs.ts';

/** A file that waits to be read, sealed: it can hold what may never be stored. */
export const sealWaiting = (secret: Uint8Array, fileId: string, bytes: Uint8Array): WaitingFile =>
	sealBytes(secret, 'waiting file', [fileId], bytes);

/** The bytes of a file that waits; null when it was changed, or sealed with another secret. */
export const openWaiting = (secret: Uint8Array, fileId: string, file: WaitingFile): Uint8Array | null => {
	const { keyVersion, nonce, sealed } = file;
	// One that waited when this began is in clear.
	if (keyVersion === null || nonce === null) return sealed;
	return unsealBytes(secret, 'waiting file', [fileId], { keyVersion, nonce, sealed });
};
