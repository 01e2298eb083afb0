import { ok, type Result } from '../domain/problem.ts';
import { wordNamespaces } from './word-namespaces.ts';
import { readXmlPart, type XmlAttributes } from './xml-part.ts';
import type { Zip } from './zip.ts';

/** A yes/no property of Word: present means yes, unless its value says no. */
export const isOn = (attributes: XmlAttributes): boolean => !['0', 'false', 'off'].includes(attributes['w:val'] ?? '1');

/** The styles whose text is hidden, by themselves or through the style they are based on. */
export const hiddenStyles = (zip: Zip): Result<ReadonlySet<string>> => {
	const basedOn = new Map<string, string>();
	const vanish = new Map<string, boolean>();
	let style: string | null = null;
	const read = readXmlPart(zip, 'word/styles.xml', wordNamespaces, {
		open: (name, attributes) => {
			if (name === 'w:style') style = attributes['w:styleId'] ?? null;
			else if (style === null) return;
			else if (name === 'w:basedOn') basedOn.set(style, attributes['w:val'] ?? '');
			else if (name === 'w:vanish') vanish.set(style, isOn(attributes));
		},
		close: (name) => {
			if (name === 'w:style') style = null;
		},
		text: () => undefined
	});
	if (!read.ok) return read;
	const isHidden = (id: string): boolean => {
		const seen = new Set<string>();
		for (let next: string | undefined = id; next !== undefined && !seen.has(next); next = basedOn.get(next)) {
			const own = vanish.get(next);
			if (own !== undefined) return own;
			seen.add(next);
		}
		return false;
	};
	return ok(new Set([...new Set([...basedOn.keys(), ...vanish.keys()])].filter(isHidden)));
};
