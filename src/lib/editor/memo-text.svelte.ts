import { Editor } from '@tiptap/core';
import type { Result } from '../domain/problem.ts';
import type { RichText, TextReference } from '../domain/text/rich-text.ts';
import { fromTiptap } from './from-tiptap.ts';
import { memoExtensions } from './memo-extensions.ts';
import { toTiptap } from './to-tiptap.ts';

/** What the buttons of the editor do. */
export const tools = ['heading', 'subheading', 'bold', 'italic', 'bullets', 'numbers', 'indent', 'outdent'] as const;
export type Tool = (typeof tools)[number];

type Start = {
	readonly element: HTMLElement;
	readonly text: RichText;
	readonly attributes: Readonly<Record<string, string>>;
	readonly onWrite: (text: Result<RichText>) => void;
	/** somebody wants to mention something; `typed` is the sign that asked for it, which is not in the text yet */
	readonly onMention: (typed: string) => void;
};

/** The text of a memo while somebody writes it: the life of one Tiptap editor. */
export class MemoText {
	/** the tools that are on where the cursor stands */
	pressed = $state.raw<readonly Tool[]>([]);
	/** whether the cursor stands in a list */
	isInList = $state(false);
	readonly #editor: Editor;

	constructor({ element, text, attributes, onWrite, onMention }: Start) {
		this.#editor = new Editor({
			element,
			extensions: memoExtensions(() => onMention('')),
			content: toTiptap(text),
			injectCSS: false,
			editorProps: {
				attributes: { ...attributes },
				handleTextInput: (view, from, _to, typed) => {
					if (typed !== '@' || view.composing) return false;
					const before = view.state.doc.resolve(from).parent.textBetween(0, view.state.doc.resolve(from).parentOffset);
					if (/\S$/u.test(before)) return false;
					onMention(typed);
					return true;
				}
			},
			onUpdate: ({ editor }) => onWrite(fromTiptap(editor.getJSON())),
			// The cursor leaves the text also while the page takes the editor away; then nothing is to be shown any more.
			onTransaction: ({ transaction }) => {
				if (transaction.docChanged || transaction.selectionSet || transaction.storedMarksSet) this.#look();
			}
		});
		this.#look();
	}

	use(tool: Tool): void {
		const chain = this.#editor.chain().focus();
		switch (tool) {
			case 'heading':
				return void chain.toggleHeading({ level: 2 }).run();
			case 'subheading':
				return void chain.toggleHeading({ level: 3 }).run();
			case 'bold':
				return void chain.toggleBold().run();
			case 'italic':
				return void chain.toggleItalic().run();
			case 'bullets':
				return void chain.toggleBulletList().run();
			case 'numbers':
				return void chain.toggleOrderedList().run();
			case 'indent':
				return void chain.sinkListItem('listItem').run();
			case 'outdent':
				return void chain.liftListItem('listItem').run();
			default:
				return tool satisfies never;
		}
	}

	/** Puts a mention where the cursor stands, with a space behind it. */
	mention({ to, id, label }: Pick<TextReference, 'to' | 'id' | 'label'>): void {
		const chip = { type: 'reference', attrs: { to, id, label } };
		this.#editor
			.chain()
			.focus()
			.insertContent([chip, { type: 'text', text: ' ' }])
			.run();
	}

	/** Goes on after a mention was given up: the sign that asked for it is a sign again. */
	goOn(typed: string): void {
		if (typed === '') this.#editor.commands.focus();
		else this.#editor.chain().focus().insertContent({ type: 'text', text: typed }).run();
	}

	focus(at: 'start' | 'end' | null = null): void {
		this.#editor.commands.focus(at);
	}

	stop(): void {
		this.#editor.destroy();
	}

	#look(): void {
		const editor = this.#editor;
		if (!editor) return; // the first transaction comes while the editor is being made
		const isOn: Readonly<Record<Tool, boolean>> = {
			heading: editor.isActive('heading', { level: 2 }),
			subheading: editor.isActive('heading', { level: 3 }),
			bold: editor.isActive('bold'),
			italic: editor.isActive('italic'),
			bullets: editor.isActive('bulletList'),
			numbers: editor.isActive('orderedList'),
			indent: false,
			outdent: false
		};
		this.pressed = tools.filter((tool) => isOn[tool]);
		this.isInList = isOn.bullets || isOn.numbers;
	}
}
