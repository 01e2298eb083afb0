import type { MemoAbout, MemoKind, MemoVisibility } from '#lib/domain/memo/memo.ts';
import { memoKinds, memoVisibilities } from '#lib/domain/memo/memo.ts';
import { parseRichText, type RichText } from '#lib/domain/text/rich-text.ts';

/** What somebody writes in a memo. */
export type MemoWords = {
	readonly kind: MemoKind;
	readonly title: string;
	readonly body: RichText;
	readonly visibility: MemoVisibility;
};

/** What was written and is not stored yet, with the version of the memo that it was written on; null = a new memo. */
export type MemoDraft = MemoWords & { readonly version: number | null };

/** Begins as other drafts do, so that signing out forgets it too. */
const prefix = 'wijkstem.draft.memo.';

/** Which draft: of a memo that is there, or of a new one about something. */
export type DraftKey = { readonly memoId: string } | { readonly about: MemoAbout };

/**
 * What is being written in memos, kept in this tab from the first letter until it is stored: a reload, a lost
 * connection or the end of a session loses nothing. Another person who signs in in the tab does not see it.
 */
export class MemoDrafts {
	/** how all drafts of this person in this project begin */
	readonly #prefix: string;
	readonly #storage: Storage;

	constructor(projectId: string, userId: string, storage: Storage) {
		this.#prefix = `${prefix}${userId}.${projectId}.`;
		this.#storage = storage;
	}

	read(key: DraftKey): MemoDraft | null {
		try {
			return draftOf(JSON.parse(this.#storage.getItem(this.#nameOf(key)) ?? 'null'));
		} catch {
			return null;
		}
	}

	/** Whether anything is being written in this project: asked before looking at thousands of places. */
	get isEmpty(): boolean {
		try {
			return !Object.keys(this.#storage).some((name) => name.startsWith(this.#prefix));
		} catch {
			return true;
		}
	}

	/** Whether it could be kept. */
	keep(key: DraftKey, draft: MemoDraft): boolean {
		try {
			this.#storage.setItem(this.#nameOf(key), JSON.stringify(draft));
			return true;
		} catch {
			return false;
		}
	}

	forget(key: DraftKey): void {
		try {
			this.#storage.removeItem(this.#nameOf(key));
		} catch {
			// Nothing was kept.
		}
	}

	#nameOf(key: DraftKey): string {
		return `${this.#prefix}${'memoId' in key ? key.memoId : JSON.stringify(key.about)}`;
	}
}

const draftOf = (kept: unknown): MemoDraft | null => {
	if (typeof kept !== 'object' || kept === null) return null;
	const read: Readonly<Record<string, unknown>> = { ...kept };
	const body = parseRichText(read['body']);
	const kind = memoKinds.find((known) => known === read['kind']);
	const visibility = memoVisibilities.find((known) => known === read['visibility']);
	const { title, version } = read;
	if (!body.ok || !kind || !visibility || typeof title !== 'string') return null;
	return { kind, title, body: body.value, visibility, version: typeof version === 'number' ? version : null };
};
