import { zlibSync } from 'fflate';

/** Dots from black (0) to white (255), row by row, as a PNG (ISO/IEC 15948). */
export const greyPng = (dots: Uint8Array, width: number): Uint8Array => {
	const height = dots.length / width;
	const lines = new Uint8Array(height * (width + 1)); // each row begins with 0: no filter
	for (let row = 0; row < height; row += 1)
		lines.set(dots.subarray(row * width, (row + 1) * width), row * (width + 1) + 1);
	const head = [...big(width), ...big(height), 8, 0, 0, 0, 0]; // 8 bits of grey a dot
	return joined([
		Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
		chunk('IHDR', Uint8Array.from(head)),
		chunk('IDAT', zlibSync(lines, { level })),
		chunk('IEND', new Uint8Array())
	]);
};

const level = 3; // of packing: a drawing is mostly white, and more work makes it hardly smaller

const chunk = (name: string, data: Uint8Array): Uint8Array => {
	const named = joined([Uint8Array.from(name, (letter) => letter.charCodeAt(0)), data]);
	return joined([Uint8Array.from(big(data.length)), named, Uint8Array.from(big(crc32(named)))]);
};

const big = (value: number): readonly number[] => [24, 16, 8, 0].map((shift) => (value >>> shift) & 255);

const crc32 = (bytes: Uint8Array): number => {
	let rest = 0xff_ff_ff_ff;
	for (const byte of bytes) {
		rest ^= byte;
		for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xed_b8_83_20 : rest >>> 1;
	}
	return ~rest >>> 0;
};

const joined = (parts: readonly Uint8Array[]): Uint8Array => {
	const all = new Uint8Array(parts.reduce((total, { length }) => total + length, 0));
	let at = 0;
	for (const part of parts) {
		all.set(part, at);
		at += part.length;
	}
	return all;
};
