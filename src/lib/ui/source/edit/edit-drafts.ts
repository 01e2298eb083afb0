import { canonicalEdit, type Edit, type Operation } from '#lib/domain/text/edit.ts';

/** What somebody changed of a text and did not store yet, with the version it was changed from. */
export type EditDraft = { readonly version: number; readonly edit: Edit; readonly reason: string };

/** Begins as other drafts do, so that signing out forgets it too. */
const prefix = 'wijkstem.draft.edit.';

/**
 * Corrections that are not stored, kept in this tab from the first letter: a reload, a lost connection or the end of a
 * session loses nothing. Kept is what changed, not the interview.
 */
export class EditDrafts {
	readonly #name: string;
	readonly #storage: Storage;

	constructor(userId: string, sourceId: string, storage: Storage) {
		this.#name = `${prefix}${userId}.${sourceId}`;
		this.#storage = storage;
	}

	read(): EditDraft | null {
		try {
			return draftOf(JSON.parse(this.#storage.getItem(this.#name) ?? 'null'));
		} catch {
			return null;
		}
	}

	/** Whether it could be kept. */
	keep(draft: EditDraft): boolean {
		try {
			this.#storage.setItem(this.#name, JSON.stringify(draft));
			return true;
		} catch {
			return false;
		}
	}

	forget(): void {
		try {
			this.#storage.removeItem(this.#name);
		} catch {
			// Nothing was kept.
		}
	}
}

const draftOf = (kept: unknown): EditDraft | null => {
	if (typeof kept !== 'object' || kept === null) return null;
	const read: Readonly<Record<string, unknown>> = { ...kept };
	const { version, edit, reason } = read;
	if (typeof version !== 'number' || typeof reason !== 'string' || !Array.isArray(edit)) return null;
	const operations = edit.flatMap((step: unknown) => operationOf(step) ?? []);
	return operations.length === edit.length ? { version, edit: canonicalEdit(operations), reason } : null;
};

const operationOf = (step: unknown): Operation | null => {
	if (typeof step !== 'object' || step === null) return null;
	const read: Readonly<Record<string, unknown>> = { ...step };
	const { retain, insert } = read;
	const out = read['delete'];
	if (typeof insert === 'string') return { insert };
	if (isCount(retain)) return { retain };
	return isCount(out) ? { delete: out } : null;
};

const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value > 0;
