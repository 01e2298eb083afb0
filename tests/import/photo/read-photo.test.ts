import { describe, expect, it } from 'vitest';
import { largestPhotoBytes } from '#lib/import/photo/photo-draft.ts';
import { readPhoto } from '#lib/import/photo/read-photo.ts';
import { colours, comment, exifOf, iptc, jpeg, png, pngChunk, telephoneExif, webp, xmp } from './pictures.ts';

const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const read = (name: string, bytes: Uint8Array) => {
	const result = readPhoto({ name, bytes });
	if (!result.ok) throw new Error(result.problems[0]?.code);
	return result.value;
};
const codeOf = (name: string, bytes: Uint8Array) => {
	const result = readPhoto({ name, bytes });
	return result.ok ? null : result.problems[0]?.code;
};

describe('what is kept of a photo', () => {
	it('is a JPEG without place, camera, thumbnail, captions, comments and what stands behind it', () => {
		const between = [...exifOf(telephoneExif(6)), ...xmp, ...iptc, ...comment, ...colours];
		const photo = read('plein één.JPG', jpeg(between, [...Buffer.from('<script>Pietje</script>')]));
		expect(photo).toMatchObject({ format: 'jpeg', width: 8, height: 8, orientation: 6 });
		expect(photo.removed).toEqual(['location', 'camera', 'thumbnail', 'xmp', 'iptc', 'text', 'profile', 'after']);
		expect(latin(photo.bytes)).not.toMatch(/Pietje|GPS|Cam|script/);
		expect(read('x.jpg', photo.bytes)).toMatchObject({ orientation: 6, removed: ['camera'] });
	});

	it('is the same picture, byte for byte, when nothing stood beside it', () => {
		const plain = read('a.jpg', jpeg());
		expect(plain.removed).toEqual([]);
		expect(latin(plain.bytes).slice(20)).toBe(latin(jpeg()).slice(20));
		expect(read('a.png', png())).toMatchObject({ removed: [], bytes: png() });
		expect(read('a.webp', webp())).toMatchObject({ removed: [], width: 16, height: 12, bytes: webp() });
	});

	it('is a PNG without texts, times and place, that has the sums it says it has', () => {
		const between = [
			pngChunk('tEXt', 'Author\0Pietje'),
			pngChunk('iTXt', 'XML:com.adobe.xmp\0\0\0\0\0Pietje'),
			pngChunk('eXIf', telephoneExif(3)),
			pngChunk('tIME', [7, 230, 1, 1, 1, 1, 1]),
			pngChunk('zzZz', 'Pietje')
		];
		const photo = read('a.png', png(between));
		expect(photo).toMatchObject({ format: 'png', width: 2, height: 2, orientation: 3 });
		expect(photo.removed).toEqual(['text', 'xmp', 'location', 'camera', 'thumbnail', 'other']);
		expect(latin(photo.bytes)).not.toMatch(/Pietje|GPS/);
		expect(read('a.png', photo.bytes)).toMatchObject({ orientation: 3, removed: ['camera'] });
	});

	it('is a WebP without place, programs and profile', () => {
		const photo = read(
			'a.webp',
			webp([
				{ name: 'EXIF', content: telephoneExif(8) },
				{ name: 'XMP ', content: 'Pietje' },
				{ name: 'ICCP', content: 'Pietje' }
			])
		);
		expect(photo).toMatchObject({ format: 'webp', width: 16, height: 12, orientation: 8 });
		expect(photo.removed).toEqual(['location', 'camera', 'thumbnail', 'xmp', 'profile']);
		expect(latin(photo.bytes)).not.toMatch(/Pietje|GPS/);
		expect(read('a.webp', photo.bytes)).toMatchObject({ orientation: 8 });
	});

	it('holds no word of any of them, wherever a broken Exif block puts it', () => {
		const photo = read('a.jpg', jpeg(exifOf([0x4d, 0x4d, 0, 42, 0xff, 0xff, 0xff, 0xff, ...Buffer.from('Pietje')])));
		expect(photo).toMatchObject({ orientation: 1, removed: ['camera'] });
		expect(latin(photo.bytes)).not.toContain('Pietje');
	});
});

describe('what is refused', () => {
	it('is a file that is no JPEG, PNG or WebP, SVG and GIF among them', () => {
		expect(codeOf('a.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'))).toBe(
			'photo-type-unknown'
		);
		expect(codeOf('a.png', Buffer.from('<?xml version="1.0"?><svg/>'))).toBe('photo-type-unknown');
		expect(codeOf('a.gif', Buffer.from('GIF89a...........'))).toBe('photo-type-unknown');
		expect(codeOf('a.heic', Buffer.from('\0\0\0 ftypheic......'))).toBe('photo-type-unknown');
		expect(codeOf('a.jpg', new Uint8Array())).toBe('file-empty');
	});

	it('is a name that says another kind', () => {
		expect(codeOf('a.png', jpeg())).toBe('photo-extension-wrong');
		expect(codeOf('a.html', jpeg())).toBe('photo-extension-wrong');
		expect(codeOf('a.jpg', webp())).toBe('photo-extension-wrong');
		expect(codeOf('zonder', png())).toBeNull();
	});

	it('is a picture that unfolds to too many pixels, or too large a file', () => {
		expect(codeOf('a.png', png([], 60_000, 60_000))).toBe('photo-too-many-pixels');
		expect(codeOf('a.png', png([], 16_000, 16_000))).toBe('photo-too-many-pixels');
		expect(codeOf('a.jpg', jpeg([], [], [0xff, 0xff, 0xff, 0xff]))).toBe('photo-too-many-pixels');
		expect(codeOf('a.jpg', new Uint8Array(largestPhotoBytes + 1))).toBe('photo-too-large');
	});

	it('is a picture that is cut off, at whatever byte, or has no size', () => {
		for (const [name, bytes] of [
			['a.jpg', jpeg(exifOf(telephoneExif(1)))],
			['a.png', png([pngChunk('tEXt', 'Pietje')])],
			['a.webp', webp([{ name: 'XMP ', content: 'Pietje' }])]
		] as const)
			for (let length = 12; length < bytes.length; length += 1)
				expect([name, length, codeOf(name, bytes.slice(0, length))]).toEqual([name, length, 'photo-broken']);
		expect(codeOf('a.jpg', jpeg([], [], [0, 0, 0, 8]))).toBe('photo-broken');
	});

	it('is a PNG of which a byte was changed, a WebP that moves, and one whose canvas is another size', () => {
		const bytes = png();
		bytes[20] = 99;
		expect(codeOf('a.png', bytes)).toBe('photo-broken');
		expect(codeOf('a.webp', webp([{ name: 'ANIM', content: '123456' }]))).toBe('photo-moves');
		const other = webp([{ name: 'XMP ', content: 'x' }]);
		other[24] = 255;
		expect(codeOf('a.webp', other)).toBe('photo-broken');
	});

	it('is a JPEG with more scans than a photo has', () => {
		const scan = [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0x3f];
		const many = Array.from({ length: 200 }, () => scan).flat();
		const bytes = jpeg();
		const bomb = new Uint8Array([...bytes.slice(0, -3), ...many, 0xff, 0xd9]);
		expect(codeOf('a.jpg', bomb)).toBe('photo-broken');
	});
});
