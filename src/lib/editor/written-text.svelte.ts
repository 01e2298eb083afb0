import { Editor, type AnyExtension, type JSONContent } from '@tiptap/core';

/** What the buttons of the editor do. */
export const tools = ['heading', 'subheading', 'bold', 'italic', 'bullets', 'numbers', 'indent', 'outdent'] as const;
export type Tool = (typeof tools)[number];

type Start = {
	readonly element: HTMLElement;
	readonly content: JSONContent;
	readonly extensions: (onAsk: () => void) => AnyExtension[];
	readonly attributes: Readonly<Record<string, string>>;
	readonly onWrite: (document: JSONContent) => void;
	/** typed at the beginning of a word, it asks for something to be put in: @ or / */
	readonly sign: string;
	/** somebody wants to put something in; `typed` is the sign that asked for it, which is not in the text yet */
	readonly onAsk: (typed: string) => void;
	/** a key was pressed in the text; true = it did something */
	readonly onKey?: ((event: KeyboardEvent) => boolean) | undefined;
};

/** A text while somebody writes it: the life of one Tiptap editor. What it can hold follows from its extensions. */
export class WrittenText {
	/** the tools that are on where the cursor stands */
	pressed = $state.raw<readonly Tool[]>([]);
	/** whether the cursor stands in a list */
	isInList = $state(false);
	readonly #editor: Editor;

	constructor({ element, content, extensions, attributes, onWrite, sign, onAsk, onKey }: Start) {
		this.#editor = new Editor({
			element,
			extensions: extensions(() => onAsk('')),
			content,
			injectCSS: false,
			editorProps: {
				attributes: { ...attributes },
				handleKeyDown: (_view, event) => onKey?.(event) === true,
				handleTextInput: (view, from, _to, typed) => {
					if (typed !== sign || view.composing) return false;
					const before = view.state.doc.resolve(from).parent.textBetween(0, view.state.doc.resolve(from).parentOffset);
					if (/\S$/u.test(before)) return false;
					onAsk(typed);
					return true;
				}
			},
			onUpdate: ({ editor }) => onWrite(editor.getJSON()),
			// The cursor leaves the text also while the page takes the editor away; then nothing is to be shown any more.
			onTransaction: ({ transaction }) => {
				if (transaction.docChanged || transaction.selectionSet || transaction.storedMarksSet) this.#look();
			}
		});
		this.#look();
	}

	use(tool: Tool): void {
		this.#takeCursor();
		const chain = this.#editor.chain();
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

	/** Puts something where the cursor stands. */
	insert(content: JSONContent[]): void {
		this.#takeCursor();
		this.#editor.chain().insertContent(content).scrollIntoView().run();
	}

	/** Gives pieces of one kind other attributes, without a step back to undo. */
	relabel(name: string, attributesOf: (id: string) => Readonly<Record<string, string>> | null): void {
		const { state, view } = this.#editor;
		const { tr } = state;
		state.doc.descendants((node, place) => {
			if (node.type.name !== name) return;
			const fresh = attributesOf(String(node.attrs['id']));
			const differs = fresh && Object.entries(fresh).some(([key, value]) => node.attrs[key] !== value);
			if (differs) tr.setNodeMarkup(place, undefined, { ...node.attrs, ...fresh });
		});
		if (tr.docChanged) view.dispatch(tr.setMeta('addToHistory', false));
	}

	/** Goes on after asking was given up: the sign that asked for it is a sign again. */
	goOn(typed: string): void {
		this.#takeCursor();
		if (typed !== '') this.#editor.commands.insertContent({ type: 'text', text: typed });
	}

	/** The text, what stands before the beginning of what is chosen, and what before its end; the same when nothing is. */
	get chosen(): { readonly whole: JSONContent; readonly before: JSONContent; readonly upTo: JSONContent } {
		const { doc, selection } = this.#editor.state;
		const before = (place: number): JSONContent => doc.cut(0, place).toJSON();
		return { whole: doc.toJSON(), before: before(selection.from), upTo: before(selection.to) };
	}

	/** Chooses a stretch of the text and brings it into view; `lengthOf` counts what stands before a place. */
	choose({ start, end }: { start: number; end: number }, lengthOf: (document: JSONContent) => number): void {
		const { doc } = this.#editor.state;
		const first = (reaches: (length: number) => boolean) => {
			let [low, high] = [0, doc.content.size];
			while (low < high) {
				const middle = (low + high) >> 1;
				if (reaches(lengthOf(doc.cut(0, middle).toJSON()))) high = middle;
				else low = middle + 1;
			}
			return low;
		};
		const from = Math.max(0, first((length) => length > start) - 1);
		const to = first((length) => length >= end);
		this.#takeCursor();
		this.#editor.chain().setTextSelection({ from, to }).scrollIntoView().run();
	}

	focus(at: 'start' | 'end' | null = null): void {
		this.#takeCursor();
		if (at !== null) this.#editor.commands.focus(at);
	}

	stop(): void {
		this.#editor.destroy();
	}

	/** The cursor is in the text at once: Tiptap's own command waits a frame, and what is typed in between is lost. */
	#takeCursor(): void {
		this.#editor.view.focus();
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
