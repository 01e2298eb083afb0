import { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import type { Edit } from '../domain/text/edit.ts';
import { positionMap, type Position, type PositionMap } from '../domain/text/position.ts';
import type { Range } from '../domain/text/range.ts';
import { editsOf, offsetOf, placeOf, toTranscriptDocument, transcriptOf } from './transcript-document.ts';
import { transcriptExtensions } from './transcript-extensions.ts';

type Start = {
	readonly element: HTMLElement;
	readonly text: string;
	/** where turns begin, with what is shown beside them */
	readonly turns: readonly { readonly start: Position; readonly name: string }[];
	/** what is said by nobody */
	readonly labels: readonly Range[];
	readonly attributes: () => Readonly<Record<string, string>>;
	/** whether the text is only pointed at now */
	readonly isLocked: () => boolean;
	/** what somebody did, one after the other, each on the text as the one before left it */
	readonly onEdit: (edits: readonly Edit[]) => void;
	/** what is chosen; null: only the cursor stands somewhere */
	readonly onSelect: (range: Range | null) => void;
};

/** The text of a transcript while somebody corrects it: the life of one Tiptap editor. */
export class TranscriptText {
	readonly #editor: Editor;
	/** of the text as it is now; made when it is asked for */
	#map: PositionMap | null;

	constructor({ element, text, turns, labels, attributes, isLocked, onEdit, onSelect }: Start) {
		const map = positionMap(text);
		this.#map = map;
		const lines = startsOfLines(text);
		// A place in the editor is the offset, one opening, and two signs for each end of a line before it.
		const inEditor = (position: Position) => {
			const offset = map.toUtf16(position);
			return offset + 1 + lines.findLastIndex((start) => start <= offset);
		};
		this.#editor = new Editor({
			element,
			extensions: transcriptExtensions(
				{
					turns: turns.map(({ start, name }) => ({ place: inEditor(start), name })),
					labels: labels.map(({ start, end }) => ({ from: inEditor(start), to: inEditor(end) }))
				},
				isLocked
			),
			content: toTranscriptDocument(text),
			injectCSS: false,
			parseOptions: { preserveWhitespace: 'full' },
			editorProps: { attributes: () => ({ ...attributes() }) },
			onTransaction: ({ transaction }) => {
				if (transaction.docChanged) {
					this.#map = null;
					onEdit(editsOf(transaction));
				}
				if (transaction.selectionSet || transaction.docChanged) onSelect(this.selected);
			}
		});
	}

	/** The words that are chosen. */
	get selected(): Range | null {
		const editor = this.#editor;
		if (!editor) return null; // the first transaction comes while the editor is being made
		const { doc, selection } = editor.state;
		if (selection.empty) return null;
		const map = this.#present();
		const range = {
			start: map.toPosition(offsetOf(doc, selection.from)),
			end: map.toPosition(offsetOf(doc, selection.to))
		};
		return range.start < range.end ? range : null;
	}

	/** Chooses words, and brings them into sight with the cursor in them. */
	select({ start, end }: Range): void {
		const { state, view } = this.#editor;
		const map = this.#present();
		const [from, to] = [start, end].map((position) => placeOf(state.doc, map.toUtf16(Math.min(position, map.length))));
		if (from === undefined || to === undefined) return;
		view.focus();
		view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, from, to)).scrollIntoView());
	}

	focus(): void {
		this.#editor.view.focus();
	}

	/** What depends on whether the text is locked is drawn anew. */
	refresh(): void {
		this.#editor.view.setProps({});
	}

	stop(): void {
		this.#editor.destroy();
	}

	#present(): PositionMap {
		return (this.#map ??= positionMap(transcriptOf(this.#editor.state.doc)));
	}
}

const startsOfLines = (text: string): readonly number[] => {
	const starts = [0];
	for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
	return starts;
};
