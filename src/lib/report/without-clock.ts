const endOfArchive = 0x0605_4b50;
const directoryEntry = 0x0201_4b50;
const firstDay = 0x0021; // 1 January 1980, with which a zip begins to count

/**
 * A zip (also a Word or Excel file) in which no part says when it was packed, so that equal data give equal bytes. Only
 * the times in its headers change: PKWARE APPNOTE 4.3.7 and 4.3.12.
 */
export const withoutClock = (zip: Uint8Array): Uint8Array => {
	const settled = new Uint8Array(zip); // a copy, also of a Buffer, which may lie in the middle of its memory
	const view = new DataView(settled.buffer);
	let entry = view.getUint32(findEnd(view) + 16, true);
	while (entry + 46 <= view.byteLength && view.getUint32(entry, true) === directoryEntry) {
		setTime(view, entry + 12);
		setTime(view, view.getUint32(entry + 42, true) + 10); // in front of the part itself
		entry +=
			46 + view.getUint16(entry + 28, true) + view.getUint16(entry + 30, true) + view.getUint16(entry + 32, true);
	}
	return settled;
};

const findEnd = (view: DataView): number => {
	for (let at = view.byteLength - 22; at >= 0; at -= 1) if (view.getUint32(at, true) === endOfArchive) return at;
	throw new RangeError(`${view.byteLength} bytes are no zip: its end is missing`);
};

const setTime = (view: DataView, at: number): void => {
	view.setUint16(at, 0, true);
	view.setUint16(at + 2, firstDay, true);
};
