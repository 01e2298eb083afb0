import { fail, ok, type Result } from '../domain/problem.ts';
import { tooLarge } from './decode-text.ts';
import { largestFileBytes } from './file-limits.ts';
import type { UploadedFile } from './source-draft.ts';
import { openZip, unpackWhole, ZipLimitError, type Zip, type ZipEntry } from './zip.ts';

/** Files that one archive may hold. */
const mostFilesInArchive = 500;

/** What all files of an archive may be when they are unpacked, in bytes. */
const largestTogether = 300_000_000;

/** What operating systems put beside the files of people. */
const isClutter = (name: string): boolean =>
	name.endsWith('/') || /(?:^|\/)(?:__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/i.test(name);

/** The files of a zip archive by the names they have in it, in order; folders only lead to them. */
export const filesInArchive = (bytes: Uint8Array): Result<readonly string[]> => {
	const opened = openZip(bytes);
	if (!opened.ok) return opened;
	const entries = [...opened.value.entries.values()].filter(({ name }) => !isClutter(name));
	if (entries.length === 0) return fail('archive-empty');
	if (entries.length > mostFilesInArchive)
		return fail('archive-too-many-files', { count: entries.length, limit: mostFilesInArchive });
	const claimed = entries.reduce((sum, { claimedSize }) => sum + claimedSize, 0);
	if (claimed > largestTogether) return fail('zip-too-large', { limit: largestTogether / 1_000_000 });
	return ok(entries.map(({ name }) => name));
};

/** One file of an archive, unpacked within the limit of an upload. A link is never followed. */
export const fileInArchive = (bytes: Uint8Array, name: string): Result<UploadedFile> => {
	const opened = openZip(bytes);
	if (!opened.ok) return opened;
	const entry = opened.value.entries.get(name);
	if (!entry || entry.isLink) return fail('archive-link');
	const read = unpacked(opened.value, entry);
	return read.ok ? ok({ name: name.split('/').at(-1) ?? name, bytes: read.value }) : read;
};

const unpacked = (zip: Zip, entry: ZipEntry): Result<Uint8Array> => {
	if (entry.claimedSize > largestFileBytes) return tooLarge(entry.claimedSize, largestFileBytes);
	try {
		return ok(unpackWhole(zip, entry, largestFileBytes));
	} catch (cause) {
		return cause instanceof ZipLimitError ? tooLarge(largestFileBytes + 1, largestFileBytes) : fail('zip-damaged');
	}
};
