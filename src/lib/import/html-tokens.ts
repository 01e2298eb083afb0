/** A piece of an HTML file. Comments, declarations and what scripts and styles hold are no pieces of text. */
export type HtmlToken =
	| { readonly kind: 'text'; readonly text: string }
	| { readonly kind: 'open'; readonly name: string; readonly attributes: ReadonlyMap<string, string> }
	| { readonly kind: 'close'; readonly name: string }
	/** what stands in an element that browsers do not read as mark-up, e.g. `style` */
	| { readonly kind: 'raw'; readonly name: string; readonly text: string };

/** In these a browser looks for nothing but their own end. */
const rawElements = new Set('script style title textarea noscript iframe noembed noframes xmp template'.split(' '));
const longestTag = 100_000; // characters; a picture written into its own tag may be longer, and is then passed over
const mostAttributes = 100;

/** The pieces of an HTML file in order, as forgiving as a browser. Takes time in proportion to its length. */
export function* htmlTokens(html: string): Generator<HtmlToken> {
	let at = 0;
	while (at < html.length) {
		const open = html.indexOf('<', at);
		if (open < 0) {
			yield { kind: 'text', text: html.slice(at) };
			return;
		}
		if (open > at) yield { kind: 'text', text: html.slice(at, open) };
		const next = html[open + 1] ?? '';
		if (next === '!' || next === '?') {
			at = endOfComment(html, open);
			continue;
		}
		if (!/[a-zA-Z/]/.test(next) || (next === '/' && !/[a-zA-Z]/.test(html[open + 2] ?? ''))) {
			yield { kind: 'text', text: '<' };
			at = open + 1;
			continue;
		}
		const close = endOfTag(html, open);
		const inside = html.slice(open + 1, Math.min(close, open + longestTag));
		at = close + 1;
		if (next === '/') {
			yield { kind: 'close', name: nameOf(inside.slice(1)) };
			continue;
		}
		const name = nameOf(inside);
		yield { kind: 'open', name, attributes: attributesOf(inside.slice(name.length)) };
		if (rawElements.has(name) && !inside.endsWith('/')) {
			const end = endOfRaw(html, at, name);
			yield { kind: 'raw', name, text: html.slice(at, end) };
			at = end;
		}
	}
}

const nameOf = (inside: string): string => /^[^\s/>]{1,40}/.exec(inside)?.[0].toLowerCase() ?? '';

const endOfComment = (html: string, open: number): number => {
	const isComment = html.startsWith('<!--', open);
	const mark = isComment ? '-->' : '>';
	const end = html.indexOf(mark, open + (isComment ? 4 : 2));
	return end < 0 ? html.length : end + mark.length;
};

/** The `>` of a tag that stands outside quotes. */
const endOfTag = (html: string, open: number): number => {
	let quote = '';
	for (let at = open + 1; at < html.length; at += 1) {
		const character = html[at] ?? '';
		if (quote !== '') {
			if (character === quote) quote = '';
		} else if (character === '>') return at;
		else if ((character === '"' || character === "'") && /=\s{0,9}$/.test(html.slice(Math.max(open, at - 10), at)))
			quote = character;
	}
	const end = html.indexOf('>', open); // a quote that is never closed
	return end < 0 ? html.length : end;
};

const endOfRaw = (html: string, from: number, name: string): number => {
	const pattern = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
	pattern.lastIndex = from;
	return pattern.exec(html)?.index ?? html.length;
};

const attributesOf = (written: string): ReadonlyMap<string, string> => {
	const attributes = new Map<string, string>();
	const pattern = /([^\s"'<>/=]{1,100})(?:\s{0,100}=\s{0,100}(?:"([^"]*)"|'([^']*)'|([^\s"'<>`]{1,1000})))?/g;
	for (let match = pattern.exec(written); match && attributes.size < mostAttributes; match = pattern.exec(written)) {
		const name = (match[1] ?? '').toLowerCase();
		if (!attributes.has(name)) attributes.set(name, match[2] ?? match[3] ?? match[4] ?? '');
	}
	return attributes;
};
