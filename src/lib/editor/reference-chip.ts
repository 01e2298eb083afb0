import { Node } from '@tiptap/core';
import { referenceKinds } from '../domain/text/rich-text.ts';

const attribute = (name: string) => ({
	default: '',
	parseHTML: (element: HTMLElement) => element.getAttribute(`data-${name}`) ?? '',
	renderHTML: (attributes: Record<string, unknown>) => ({ [`data-${name}`]: String(attributes[name] ?? '') })
});

/** A mention of a code, a coding or a source in the text: one piece, that is taken away as a whole. */
export const referenceChip = Node.create({
	name: 'reference',
	group: 'inline',
	inline: true,
	atom: true,
	selectable: true,
	marks: '',

	addAttributes: () => ({ to: attribute('to'), id: attribute('id'), label: attribute('label') }),

	// Copied from a memo to a memo it stays a mention; what is none of ours is words.
	parseHTML: () => referenceKinds.map((kind) => ({ tag: `span.reference[data-to="${kind}"][data-id]` })),

	renderHTML: ({ node, HTMLAttributes }) => ['span', { ...HTMLAttributes, class: 'reference' }, labelOf(node.attrs)],

	renderText: ({ node }) => labelOf(node.attrs)
});

const labelOf = ({ label }: Readonly<Record<string, unknown>>): string => (typeof label === 'string' ? label : '');
