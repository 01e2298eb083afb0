import type { CodeId } from '../project/ids.ts';
import type { Code } from './code.ts';
import type { Spot } from './code-steps.ts';
import { codebookOf, pathOf, type Codebook } from './codebook.ts';

const plain = (name: string) => name.trim().toLocaleLowerCase('nl');

/** The codebook while steps are taken on it: codes, and the order of the codes below each. */
export class ChangingTree {
	readonly #codes: Map<CodeId, Code>;
	readonly #orders: Map<CodeId | null, CodeId[]>;

	constructor(book: Codebook) {
		this.#codes = new Map(book.byId);
		this.#orders = new Map([...book.children].map(([parent, codes]) => [parent, codes.map(({ id }) => id)]));
	}

	/** Whether a code is there now. */
	has(id: CodeId): boolean {
		return this.#codes.has(id);
	}
	/** A code as it is now. */
	get(id: CodeId): Code | undefined {
		return this.#codes.get(id);
	}
	/** Gives a code that is there other words. */
	replace(code: Code): void {
		this.#codes.set(code.id, code);
	}
	/** Whether codes stand below it now. */
	hasChildren(id: CodeId): boolean {
		return this.#order(id).length > 0;
	}
	/** Whether a code stands below another, or is it. */
	isBelow(id: CodeId, above: CodeId): boolean {
		return pathOf(codebookOf([...this.#codes.values()]), id).some((code) => code.id === above);
	}

	/** Whether no other code below this parent has the name; a code that goes away by this change does not count. */
	isFree(name: string, parentId: CodeId | null, self: CodeId, leaving: ReadonlySet<CodeId>): boolean {
		return !this.#order(parentId).some(
			(id) => id !== self && !leaving.has(id) && plain(this.#codes.get(id)?.name ?? '') === plain(name)
		);
	}

	/** Out of the codebook. */
	takeOut(id: CodeId): void {
		this.lift(id);
		this.#codes.delete(id);
	}

	/** Out of its place, with what stands below it, until it is put somewhere. */
	lift(id: CodeId): void {
		const code = this.#codes.get(id);
		const order = this.#order(code?.parentId ?? null);
		const at = order.indexOf(id);
		if (code && at >= 0) order.splice(at, 1);
		if (code) this.#codes.set(id, { ...code, parentId: null });
	}

	/** Beside the neighbour that is still there, else at the end. */
	put(code: Code, { parentId, previous, next }: Spot): void {
		const order = this.#order(parentId);
		const after = previous === null ? -1 : order.indexOf(previous);
		const before = next === null ? -1 : order.indexOf(next);
		const isFirst = previous === null && next === null ? false : previous === null && before === -1;
		const at = after >= 0 ? after + 1 : before >= 0 ? before : isFirst ? 0 : order.length;
		order.splice(at, 0, code.id);
		this.#codes.set(code.id, { ...code, parentId });
	}

	/** The codebook as it became. */
	toBook(): Codebook {
		const codes = [...this.#orders].flatMap(([, ids]) =>
			ids.flatMap((id, place) => {
				const code = this.#codes.get(id);
				return code ? [code.place === place ? code : { ...code, place }] : [];
			})
		);
		return codebookOf(codes);
	}

	#order(parentId: CodeId | null): CodeId[] {
		const found = this.#orders.get(parentId);
		if (found) return found;
		const order: CodeId[] = [];
		this.#orders.set(parentId, order);
		return order;
	}
}
