import type { ChangedCodingItem, OrphanItem } from '#lib/contract/carried-coding.ts';
import type { Range } from '#lib/domain/text/range.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Reply } from '../../api/ask.ts';
import { toasts } from '../../dialog/toasts.svelte.ts';
import type { EditClient } from './edit-client.ts';

/** What a corrected text left to decide on one source: loose codings, and changed ones that nobody looked at. */
export class LooseCodings {
	orphans = $state.raw<readonly OrphanItem[]>([]);
	changed = $state.raw<readonly ChangedCodingItem[]>([]);
	/** the loose coding that is being given a place */
	placing = $state.raw<OrphanItem | null>(null);
	/** the words that were chosen for it */
	chosen = $state.raw<Range | null>(null);
	isBusy = $state(false);
	/** codes that were chosen for loose codings whose own code is gone */
	readonly codeOf = $state<Record<string, string>>({});
	readonly #client: EditClient;

	constructor(client: EditClient, orphans: readonly OrphanItem[], changed: readonly ChangedCodingItem[]) {
		this.#client = client;
		this.orphans = orphans;
		this.changed = changed;
	}

	/** Reads both lists again. */
	async readAgain(): Promise<void> {
		const [orphans, changed] = await Promise.all([this.#client.orphans(), this.#client.changed()]);
		if (orphans.ok) this.orphans = orphans.value.items;
		if (changed.ok) this.changed = changed.value.items;
	}

	begin(orphan: OrphanItem): void {
		this.placing = orphan;
		this.chosen = null;
	}

	stop(): void {
		this.placing = null;
		this.chosen = null;
	}

	/** Puts the loose coding on the words that were chosen. */
	async place(version: number): Promise<boolean> {
		const { placing, chosen } = this;
		if (!placing || !chosen || this.isBusy) return false;
		const codeId = this.codeOf[placing.id];
		this.isBusy = true;
		const reply = await this.#client.place(placing.id, {
			...{ version, start: chosen.start, end: chosen.end },
			...(codeId !== undefined && { codeId })
		});
		this.isBusy = false;
		if (!reply.ok) {
			toasts.fail(reply.message);
			return false;
		}
		this.orphans = this.orphans.filter(({ id }) => id !== placing.id);
		this.stop();
		toasts.say(m.edit_placed({ code: placing.code.name }), {
			label: m.shell_undo(),
			onDo: () => void this.#unplace(placing)
		});
		return true;
	}

	async #unplace(orphan: OrphanItem): Promise<void> {
		await this.#back(await this.#client.unplace(orphan.id), m.edit_orphan_back({ code: orphan.code.name }));
	}

	/** Lets a loose coding go; it can come back. */
	async dismiss(orphan: OrphanItem): Promise<void> {
		const code = orphan.code.name;
		const reply = await this.#client.dismiss(orphan.id);
		if (!reply.ok) return void toasts.fail(reply.message);
		this.orphans = this.orphans.filter(({ id }) => id !== orphan.id);
		const { deletionId } = reply.value;
		toasts.say(m.edit_orphan_dismissed({ code }), {
			label: m.shell_undo(),
			onDo: () => void this.#restore(orphan, deletionId)
		});
	}

	async #restore(orphan: OrphanItem, deletionId: string): Promise<void> {
		await this.#back(await this.#client.restore(orphan.id, deletionId), m.edit_orphan_back({ code: orphan.code.name }));
	}

	/** After something was taken back, or could not be: both lists say how it stands. */
	async #back(reply: Reply<unknown>, said: string): Promise<void> {
		await this.readAgain();
		if (reply.ok) toasts.say(said);
		else toasts.fail(reply.message);
	}

	/** Notes that changed codings were looked at. */
	async review(codingIds: readonly string[]): Promise<void> {
		const reply = await this.#client.review(codingIds);
		if (!reply.ok) return void toasts.fail(reply.message);
		this.changed = this.changed.filter(({ id }) => !codingIds.includes(id));
		const { reviewed } = reply.value;
		toasts.say(m.edit_changed_done({ n: codingIds.length }), {
			label: m.shell_undo(),
			onDo: () => void this.#takeBackReviews(reviewed)
		});
	}

	async #takeBackReviews(codingIds: readonly string[]): Promise<void> {
		if (codingIds.length === 0) return;
		await this.#back(await this.#client.takeBackReviews(codingIds), m.edit_changed_back({ n: codingIds.length }));
	}
}
