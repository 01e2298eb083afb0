/**
 * The code points that a font file (TrueType or OpenType) has a sign for. OpenType 1.9, `cmap`, formats 4 and 12.
 */
export const fontCoverage = (font: Uint8Array): ReadonlySet<number> => {
	const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
	const cmap = tableOf(view, 'cmap');
	const known = new Set<number>();
	for (let at = 0; at < view.getUint16(cmap + 2); at += 1) {
		const table = cmap + view.getUint32(cmap + 4 + at * 8 + 4);
		const format = view.getUint16(table);
		if (format === 4) addSegments(view, table, known);
		if (format === 12) addGroups(view, table, known);
	}
	return known;
};

const tableOf = (view: DataView, name: string): number => {
	for (let at = 0; at < view.getUint16(4); at += 1) {
		const entry = 12 + at * 16;
		const tag = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(entry + byte)));
		if (tag === name) return view.getUint32(entry + 8);
	}
	throw new RangeError(`a font of ${view.byteLength} bytes has no table ${name}`);
};

const addSegments = (view: DataView, table: number, known: Set<number>): void => {
	const doubled = view.getUint16(table + 6);
	const [ends, starts] = [table + 14, table + 16 + doubled];
	for (let at = 0; at < doubled; at += 2) {
		const end = view.getUint16(ends + at);
		for (let point = view.getUint16(starts + at); point <= end && point < 0xff_ff; point += 1) known.add(point);
	}
};

const addGroups = (view: DataView, table: number, known: Set<number>): void => {
	for (let at = 0; at < view.getUint32(table + 12); at += 1) {
		const group = table + 16 + at * 12;
		const end = view.getUint32(group + 4);
		for (let point = view.getUint32(group); point <= end; point += 1) known.add(point);
	}
};
