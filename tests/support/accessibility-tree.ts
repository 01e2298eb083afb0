import type { Page } from 'playwright-core';

/** What a screen reader is given for one element: how deep it stands, what it is, what it is called, and its states. */
export type Heard = {
	readonly depth: number;
	readonly role: string;
	readonly name: string;
	readonly states: Readonly<Record<string, unknown>>;
};

type Value = { readonly value?: unknown };
type AxNode = {
	readonly nodeId: string;
	readonly ignored: boolean;
	readonly role?: Value;
	readonly name?: Value;
	readonly properties?: readonly { readonly name: string; readonly value: Value }[];
	readonly childIds?: readonly string[];
	readonly backendDOMNodeId?: number;
};

/** Text boxes within a text, which repeat it. */
const repeats = new Set(['InlineTextBox']);

/** The accessibility tree that Chromium makes of one element, from the top down; what it leaves out is left out. */
export const accessibilityTree = async (page: Page, selector: string): Promise<readonly Heard[]> => {
	const session = await page.context().newCDPSession(page);
	try {
		const { root } = await session.send('DOM.getDocument', { depth: 0 });
		const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector });
		if (nodeId === 0) throw new Error(`nothing on the page is ${selector}`);
		const { node } = await session.send('DOM.describeNode', { nodeId });
		const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: readonly AxNode[] };
		const byId = new Map(nodes.map((one) => [one.nodeId, one]));
		const start = nodes.find(({ backendDOMNodeId }) => backendDOMNodeId === node.backendNodeId);
		return start ? heardFrom(byId, start, 0) : [];
	} finally {
		await session.detach();
	}
};

const heardFrom = (byId: ReadonlyMap<string, AxNode>, node: AxNode, depth: number): readonly Heard[] => {
	const role = String(node.role?.value ?? '');
	if (repeats.has(role)) return [];
	const isHeard = !node.ignored && role !== 'none' && role !== 'generic';
	const below = (node.childIds ?? []).flatMap((id) => {
		const child = byId.get(id);
		return child ? heardFrom(byId, child, isHeard ? depth + 1 : depth) : [];
	});
	if (!isHeard) return below;
	const states = Object.fromEntries((node.properties ?? []).map(({ name, value }) => [name, value.value]));
	return [{ depth, role, name: String(node.name?.value ?? ''), states }, ...below];
};

/** As lines to look at: `  button "Groen" pressed=false`. */
export const sayHeard = (heard: readonly Heard[]): string =>
	heard
		.map(({ depth, role, name, states }) => {
			const said = Object.entries(states).map(([key, value]) => `${key}=${String(value)}`);
			return `${'  '.repeat(depth)}${role} ${JSON.stringify(name)} ${said.join(' ')}`.trimEnd();
		})
		.join('\n');
