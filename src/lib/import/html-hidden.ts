import { htmlTokens } from './html-tokens.ts';

/** Simple selectors (`.note`, `#secret`, `span.note`) of which a page's own style says that they are not shown. */
export type HiddenSelectors = ReadonlySet<string>;

const longestStyle = 1_000_000; // characters of one style element that are looked at
const notShown =
	/(?:^|[;{\s])(?:display\s{0,5}:\s{0,5}none|visibility\s{0,5}:\s{0,5}hidden|mso-hide\s{0,5}:\s{0,5}all)/i;

/** The selectors that the style elements of a page hide; rules for print or small screens (`@media`) do not count. */
export const hiddenSelectors = (html: string): HiddenSelectors => {
	const found = new Set<string>();
	for (const token of htmlTokens(html))
		if (token.kind === 'raw' && token.name === 'style') readStyle(token.text.slice(0, longestStyle), found);
	return found;
};

const readStyle = (css: string, found: Set<string>): void => {
	let depth = 0;
	let start = 0;
	let selector = '';
	for (let at = 0; at < css.length; at += 1) {
		if (css[at] === '{') {
			if (depth === 0) selector = css.slice(start, at);
			depth += 1;
			start = at + 1;
		} else if (css[at] === '}') {
			depth = Math.max(0, depth - 1);
			if (depth === 0 && !selector.includes('@') && notShown.test(css.slice(start, at))) add(found, selector);
			start = at + 1;
		}
	}
};

const add = (found: Set<string>, selectors: string) => {
	for (const selector of selectors.split(',')) {
		const simple = /^\s*([a-z][\w-]*|[a-z]{0,20}[.#][\w-]+)\s*$/i.exec(selector.replaceAll(/\/\*[^*]*\*\//g, ''))?.[1];
		if (simple !== undefined) found.add(simple);
	}
};

/** Whether an element is not shown: by its attributes, or by the page's own style. */
export const hides = (hidden: HiddenSelectors, name: string, attributes: ReadonlyMap<string, string>): boolean => {
	if (attributes.has('hidden')) return true;
	if (notShown.test(attributes.get('style') ?? '')) return true;
	if (hidden.size === 0) return false;
	const id = attributes.get('id');
	if (hidden.has(name) || (id !== undefined && (hidden.has(`#${id}`) || hidden.has(`${name}#${id}`)))) return true;
	return (attributes.get('class') ?? '')
		.split(/\s+/)
		.some((word) => word !== '' && (hidden.has(`.${word}`) || hidden.has(`${name}.${word}`)));
};
