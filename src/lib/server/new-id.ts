import { randomFillSync } from 'node:crypto';

/**
 * A new opaque id: UUID version 7 (RFC 9562, section 5.7). The first 48 bits are the time in ms, so that rows made
 * after one another lie together in an index. Made here and not in SQL, because older servers have no uuidv7().
 */
export const newId = (now: () => number = Date.now): string => {
	const bytes = randomFillSync(Buffer.alloc(16));
	bytes.writeUIntBE(now(), 0, 6);
	bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
	bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
	const hex = bytes.toString('hex');
	return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
};
