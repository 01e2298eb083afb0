import { fail, ok, type Problem, type Result } from '../domain/problem.ts';
import { canonicalText, type CanonicalText } from '../domain/text/plain-text.ts';
import { largestTextBytes } from './decode-text.ts';
import { countLeftOut, warningsOfLeftOut, type LeftOut } from './left-out.ts';
import { odtBody } from './odt-body.ts';
import { odtNamespaces } from './odt-namespaces.ts';
import { readXmlPart } from './xml-part.ts';
import type { Zip } from './zip.ts';

const body = 'content.xml';
const nothing = () => undefined;

/**
 * The text of an OpenDocument file (LibreOffice, OpenOffice) as it would print with all changes accepted: a paragraph is
 * a line, the cells of a table row stand on one line with tabs between them.
 */
export const readOdt = (zip: Zip): Result<CanonicalText> => {
	const encrypted = isEncrypted(zip);
	if (!encrypted.ok) return encrypted;
	if (encrypted.value) return fail('file-is-encrypted');
	const hidden = hiddenStyles(zip);
	if (!hidden.ok) return hidden;
	const leftOut: LeftOut = {};
	const { handler, finish } = odtBody(hidden.value, leftOut);
	const read = readXmlPart(zip, body, odtNamespaces, handler);
	if (!read.ok) return read;
	const text = finish();
	if (text.length > largestTextBytes) return fail('zip-too-large', { limit: largestTextBytes / 1_000_000 });
	const canonical = canonicalText(text);
	if (!canonical.ok) return canonical;
	const macros = [...zip.entries.keys()].filter((name) => /^(?:Basic|Scripts)\/.+\/[^/]+$/.test(name)).length;
	if (macros > 0) countLeftOut(leftOut, 'macros', macros);
	const warnings: readonly Problem[] = [...warningsOfLeftOut(leftOut), ...canonical.value.warnings];
	return ok({ text: canonical.value.text, warnings });
};

/** A file with a password names its parts as encrypted. */
const isEncrypted = (zip: Zip): Result<boolean> => {
	let found = false;
	const read = readXmlPart(zip, 'META-INF/manifest.xml', odtNamespaces, {
		open: (name) => {
			found ||= name === 'manifest:encryption-data';
		},
		close: nothing,
		text: nothing
	});
	return read.ok ? ok(found) : read;
};

/** The styles whose text is not shown, by themselves or through the style they come from. */
const hiddenStyles = (zip: Zip): Result<ReadonlySet<string>> => {
	const parents = new Map<string, string>();
	const displays = new Map<string, boolean>();
	for (const part of ['styles.xml', body]) {
		let style: string | null = null;
		const read = readXmlPart(zip, part, odtNamespaces, {
			open: (name, attributes) => {
				if (name === 'style:style') {
					style = attributes['style:name'] ?? null;
					const parent = attributes['style:parent-style-name'];
					if (style !== null && parent !== undefined) parents.set(style, parent);
				} else if (style === null) return;
				else if (name === 'style:text-properties' || name === 'style:section-properties') {
					const display = attributes['text:display'];
					if (display !== undefined) displays.set(style, display !== 'none');
				}
			},
			close: (name) => {
				if (name === 'style:style') style = null;
			},
			text: nothing
		});
		if (!read.ok) return read;
	}
	const isHidden = (id: string): boolean => {
		const seen = new Set<string>();
		for (let next: string | undefined = id; next !== undefined && !seen.has(next); next = parents.get(next)) {
			const shown = displays.get(next);
			if (shown !== undefined) return !shown;
			seen.add(next);
		}
		return false;
	};
	return ok(new Set([...parents.keys(), ...displays.keys()].filter(isHidden)));
};
