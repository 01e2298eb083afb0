import { Inflate } from 'fflate';
import { fail, ok, type Result } from '../domain/problem.ts';
import { decodePage } from './code-pages.ts';

/** A part of a zip file, as its table of contents names it. Sizes are what the file claims, not what is trusted. */
export type ZipEntry = {
	readonly name: string;
	readonly method: number;
	readonly packedSize: number;
	readonly claimedSize: number;
	/** where the packed bytes start */
	readonly dataStart: number;
	/** it points to another file instead of holding one */
	readonly isLink: boolean;
};

/** An inspected zip file: its parts are read one by one, each against a limit. */
export type Zip = { readonly bytes: Uint8Array; readonly entries: ReadonlyMap<string, ZipEntry> };

const mostEntries = 5_000; // a report with thousands of pictures stays below this
const largestClaim = 1_000_000_000; // bytes; what all parts together may claim to be

/**
 * Reads the table of contents of a zip file and refuses what an office program never writes: thousands of parts, parts
 * that overlap or occur twice, names that leave the folder, encryption.
 */
export const openZip = (bytes: Uint8Array): Result<Zip> => {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const end = findEnd(view);
	if (end === null) return fail('zip-damaged');
	const count = view.getUint16(end + 10, true);
	if (count > mostEntries) return fail('zip-too-many-parts', { count, limit: mostEntries });
	const entries = new Map<string, ZipEntry>();
	let at = view.getUint32(end + 16, true);
	for (let index = 0; index < count; index += 1) {
		const read = readEntry(bytes, view, at);
		if (!read.ok) return read;
		const { entry, next } = read.value;
		if (entries.has(entry.name)) return fail('zip-unsafe', { reason: 'double' });
		entries.set(entry.name, entry);
		at = next;
	}
	return checkTogether([...entries.values()]) ?? ok({ bytes, entries });
};

/**
 * The content of a part in pieces, unpacked on demand; throws `ZipLimitError` as soon as more than `limit` bytes come
 * out, whatever the file claims, and an Error when the packed bytes are damaged.
 */
export function* unpack(zip: Zip, entry: ZipEntry, limit: number): Generator<Uint8Array> {
	const packed = zip.bytes.subarray(entry.dataStart, entry.dataStart + entry.packedSize);
	if (entry.method === 0) {
		if (packed.length > limit) throw new ZipLimitError(entry.name);
		yield packed;
		return;
	}
	let pieces: Uint8Array[] = [];
	let total = 0;
	const inflate = new Inflate((piece) => {
		total += piece.length;
		pieces.push(piece);
	});
	for (let start = 0; start < packed.length; start += pieceLength) {
		pieces = [];
		inflate.push(packed.subarray(start, start + pieceLength), start + pieceLength >= packed.length);
		if (total > limit) throw new ZipLimitError(entry.name);
		yield* pieces;
	}
}

/** The content of a part; throws as `unpack` does. */
export const unpackWhole = (zip: Zip, entry: ZipEntry, limit: number): Uint8Array => {
	const pieces = [...unpack(zip, entry, limit)];
	const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
	let at = 0;
	for (const piece of pieces) {
		whole.set(piece, at);
		at += piece.length;
	}
	return whole;
};

/** A part is larger than it may be. */
export class ZipLimitError extends Error {}

const pieceLength = 4096; // packed bytes at a time: deflate makes at most 1032 times as much of them

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;

const findEnd = (view: DataView): number | null => {
	const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
	for (let at = view.byteLength - 22; at >= lowest; at -= 1) if (view.getUint32(at, true) === endSignature) return at;
	return null;
};

const readEntry = (bytes: Uint8Array, view: DataView, at: number): Result<{ entry: ZipEntry; next: number }> => {
	if (at + 46 > bytes.length || view.getUint32(at, true) !== entrySignature) return fail('zip-damaged');
	const flags = view.getUint16(at + 8, true);
	const method = view.getUint16(at + 10, true);
	const packedSize = view.getUint32(at + 20, true);
	const claimedSize = view.getUint32(at + 24, true);
	const nameLength = view.getUint16(at + 28, true);
	const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
	const local = view.getUint32(at + 42, true);
	const name = decodeName(bytes.slice(at + 46, at + 46 + nameLength));
	const isLink = ((view.getUint32(at + 38, true) >>> 16) & 0xf000) === 0xa000;
	if (leavesFolder(name)) return fail('zip-unsafe', { reason: 'path' });
	if (method !== 0 && method !== 8) return fail('zip-damaged');
	if (local + 30 > bytes.length || view.getUint32(local, true) !== localSignature) return fail('zip-damaged');
	if (((flags | view.getUint16(local + 6, true)) & 1) !== 0) return fail('file-is-encrypted');
	const dataStart = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
	if (dataStart + packedSize > bytes.length) return fail('zip-damaged');
	return ok({ entry: { name, method, packedSize, claimedSize, dataStart, isLink }, next });
};

/** UTF-8, or the page of DOS in which Dutch Windows packs names. */
const decodeName = (bytes: Uint8Array): string => {
	try {
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		return decodePage(bytes, 850) ?? '';
	}
};

const leavesFolder = (name: string): boolean =>
	name.startsWith('/') || name.includes('\\') || name.includes('\0') || name.split('/').includes('..');

const checkTogether = (entries: readonly ZipEntry[]): Result<never> | null => {
	const claimed = entries.reduce((sum, { claimedSize }) => sum + claimedSize, 0);
	let end = 0;
	for (const entry of entries.toSorted((a, b) => a.dataStart - b.dataStart)) {
		if (entry.dataStart < end) return fail('zip-unsafe', { reason: 'overlap' });
		end = entry.dataStart + entry.packedSize;
	}
	return claimed > largestClaim ? fail('zip-too-large', { limit: largestClaim / 1_000_000 }) : null;
};
