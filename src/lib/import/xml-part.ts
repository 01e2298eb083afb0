import { SaxesParser } from 'saxes';
import { fail, ok, type Result } from '../domain/problem.ts';
import { unpack, ZipLimitError, type Zip } from './zip.ts';

export type XmlAttributes = Readonly<Record<string, string>>;

/** What to do with the parts of an XML file, by local name and the prefix the document gave its namespace. */
export type XmlHandler = {
	readonly open: (name: string, attributes: XmlAttributes) => void;
	readonly close: (name: string) => void;
	readonly text: (text: string) => void;
};

/** An XML part of an office file may unpack to this many bytes: a report of a thousand pages stays below it. */
const largestPartBytes = 30_000_000;

const deepest = 20_000; // elements within elements; a table in a table in a table is 9
const mostAttributes = 500; // of one element

/** Thrown by a handler, or by the reader itself, to stop reading a part. */
export class RefusedPart extends Error {
	readonly refusal: Result<never>;
	constructor(refusal: Result<never>) {
		super('part refused');
		this.refusal = refusal;
	}
}

/**
 * Streams an XML part of a zip file through a handler, without keeping it. A document type (the carrier of entities) is
 * refused; nothing outside the file is ever read. Names come with the prefixes the handler knows: `prefixes` maps the
 * namespace of the root element to the prefix used in the handler, e.g. Word's namespace to `w:`.
 */
export const readXmlPart = (
	zip: Zip,
	name: string,
	prefixes: ReadonlyMap<string, string>,
	handler: XmlHandler,
	limit = largestPartBytes
): Result<'read' | 'absent'> => {
	const entry = zip.entries.get(name);
	if (!entry) return ok('absent');
	const tooLarge = fail('zip-too-large', { limit: limit / 1_000_000 });
	if (entry.claimedSize > limit) return tooLarge;
	const parser = new SaxesParser({ xmlns: false, position: false });
	let naming: Naming | null = null;
	let depth = 0;
	let attributeCount = 0;
	parser.on('doctype', () => {
		throw new RefusedPart(fail('xml-has-doctype'));
	});
	parser.on('opentagstart', () => {
		attributeCount = 0;
		depth += 1;
		if (depth > deepest) throw new RefusedPart(fail('zip-unsafe', { reason: 'depth' }));
	});
	parser.on('attribute', () => {
		attributeCount += 1;
		if (attributeCount > mostAttributes) throw new RefusedPart(fail('zip-unsafe', { reason: 'attributes' }));
	});
	parser.on('error', (error) => {
		throw error;
	});
	parser.on('opentag', ({ name: written, attributes }) => {
		naming ??= namingOf(attributes, prefixes);
		handler.open(naming.name(written), naming.attributes(attributes));
	});
	parser.on('closetag', ({ name: written }) => {
		depth -= 1;
		handler.close(naming ? naming.name(written) : written);
	});
	parser.on('text', handler.text);
	parser.on('cdata', handler.text);
	try {
		let decoder: TextDecoder | null = null;
		for (const piece of unpack(zip, entry, limit)) {
			decoder ??= new TextDecoder(encodingOfXml(piece), { fatal: true });
			parser.write(decoder.decode(piece, { stream: true }));
		}
		if (decoder) parser.write(decoder.decode());
		parser.close();
		return ok('read');
	} catch (cause) {
		if (cause instanceof ZipLimitError) return tooLarge;
		if (cause instanceof RefusedPart) return cause.refusal;
		return fail('zip-damaged');
	}
};

const encodingOfXml = (start: Uint8Array): string => {
	if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
	if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
	return 'utf-8';
};

type Naming = {
	readonly name: (written: string) => string;
	readonly attributes: (written: XmlAttributes) => XmlAttributes;
};

/** Office programs declare all namespaces on the root element; what is declared deeper keeps its written prefix. */
const namingOf = (root: XmlAttributes, prefixes: ReadonlyMap<string, string>): Naming => {
	const known = new Map<string, string>();
	for (const [attribute, namespace] of Object.entries(root)) {
		const prefix = prefixes.get(namespace);
		if (prefix === undefined) continue;
		if (attribute === 'xmlns') known.set('', prefix);
		else if (attribute.startsWith('xmlns:')) known.set(attribute.slice('xmlns:'.length), prefix);
	}
	const asWritten = [...known].every(([written, prefix]) => `${written}:` === prefix);
	if (asWritten) return { name: (written) => written, attributes: (written) => written };
	const name = (written: string): string => {
		const colon = written.indexOf(':');
		const prefix = known.get(colon < 0 ? '' : written.slice(0, colon));
		return prefix === undefined ? written : prefix + written.slice(colon + 1);
	};
	const attributes = (written: XmlAttributes): XmlAttributes =>
		Object.fromEntries(Object.entries(written).map(([key, value]) => [key.includes(':') ? name(key) : key, value]));
	return { name, attributes };
};
