/** FNV-1a over UTF-16 units, two bytes each, as 16 hexadecimal digits: tells changes apart, protects nothing. */
export const fnv1a64 = (text: string): string => newHash().add(text).digits();

/** A hash of a text that comes in pieces: the same as that of the pieces put together. */
export type Hash = { readonly add: (text: string) => Hash; readonly digits: () => string };

/**
 * Begins at the offset basis of FNV-1a, 64 bits (Fowler, Noll, Vo). Kept in four parts of 16 bits, lowest first, since
 * numbers of 64 bits are some twenty times slower; the prime is 2^40 + 0x1b3, so the lower two parts also count 40 bits up.
 */
export const newHash = (): Hash => {
	let [a, b, c, d] = [0x2325, 0x8422, 0x9ce4, 0xcbf2];
	const addByte = (byte: number): void => {
		const low = a ^ byte;
		const second = b * 0x1b3 + ((low * 0x1b3) >>> 16);
		const third = c * 0x1b3 + (low << 8) + (second >>> 16);
		d = (d * 0x1b3 + (b << 8) + (third >>> 16)) & 0xffff;
		c = third & 0xffff;
		b = second & 0xffff;
		a = (low * 0x1b3) & 0xffff;
	};
	const hash: Hash = {
		add: (text) => {
			for (let at = 0; at < text.length; at += 1) {
				const unit = text.charCodeAt(at);
				addByte(unit & 0xff);
				addByte(unit >> 8);
			}
			return hash;
		},
		digits: () => [d, c, b, a].map((part) => part.toString(16).padStart(4, '0')).join('')
	};
	return hash;
};
