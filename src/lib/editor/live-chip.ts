import { Node } from '@tiptap/core';

const attribute = (name: string) => ({
	default: '',
	parseHTML: (element: HTMLElement) => element.getAttribute(`data-${name}`) ?? '',
	renderHTML: (attributes: Record<string, unknown>) => ({ [`data-${name}`]: String(attributes[name] ?? '') })
});

/** A live block in a text: one piece between paragraphs, with what it says and how it stands beside the data. */
export const liveChip = Node.create({
	name: 'live',
	group: 'block',
	atom: true,
	selectable: true,

	addAttributes: () => ({
		id: attribute('id'),
		says: attribute('says'),
		about: attribute('about'),
		attention: attribute('attention')
	}),

	parseHTML: () => [{ tag: 'div.live[data-id]' }],

	renderHTML: ({ node, HTMLAttributes }) => [
		'div',
		{ ...HTMLAttributes, class: 'live' },
		['small', {}, String(node.attrs['about'] ?? '')],
		String(node.attrs['says'] ?? '')
	],

	renderText: ({ node }) => String(node.attrs['says'] ?? '')
});
