import type { LiveBlockAnswer, ReportSectionAnswer } from '#lib/contract/report.ts';
import type { Result } from '#lib/domain/problem.ts';
import { parseReportText, sameReportText as same, type ReportText } from '#lib/domain/report/report-text.ts';
import { m } from '#lib/paraglide/messages.js';
import { readersLocale } from '#lib/words/locale.ts';
import { sayProblemInPage } from '#lib/words/problem-in-page.ts';
import type { Reply } from '../api/ask.ts';
import { againAfter, isPassing } from '../api/passing.ts';
import type { ReportClient } from './report-client.ts';

/** Someone who pauses this long has finished a thought, in milliseconds. */
const pause = 1500;

type Start = {
	readonly client: Pick<ReportClient, 'write' | 'readSection'>;
	readonly reportId: string;
	/** who writes */
	readonly userId: string;
	readonly section: ReportSectionAnswer;
	readonly storage: Storage | null;
	readonly pause?: number;
	readonly again?: number;
};

/** How what is written stands: kept in the browser, on its way, stored, or not. */
export type SectionStatus = 'idle' | 'draft' | 'saving' | 'saved' | 'failed' | 'conflict';

/** One text of a report while somebody writes it: kept in the browser at once, and stored by itself after a pause. */
export class SectionWriting {
	text = $state.raw<ReportText>([]);
	status = $state<SectionStatus>('idle');
	problem = $state('');
	/** the text as somebody stored it elsewhere in the meantime */
	other = $state.raw<ReportSectionAnswer | null>(null);
	/** goes up when another text has to stand in the editor */
	edition = $state(0);
	section = $state.raw<ReportSectionAnswer>();
	/** the live blocks that are known here, also those that are not stored in the text yet */
	blocks = $state.raw<Readonly<Partial<Record<string, LiveBlockAnswer>>>>({});
	readonly #start: Start;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#busy: Promise<void> | null = null;
	/** the server was not reached: what is written is sent again by itself */
	#isTriedAgain = false;
	#isLeft = false;

	constructor(start: Start) {
		this.#start = start;
		this.section = start.section;
		this.text = start.section.text;
		this.#know(start.section.blocks);
		const kept = this.#kept();
		if (!kept || same(kept.text, this.text)) return;
		this.text = kept.text;
		this.section = { ...start.section, version: kept.version };
		this.status = 'draft';
	}

	get stored(): ReportSectionAnswer {
		return this.section ?? this.#start.section;
	}

	get isDirty(): boolean {
		return !same(this.text, this.stored.text);
	}

	/** Somebody wrote: it is kept, and stored after a pause. */
	write(text: Result<ReportText>): void {
		if (!text.ok) {
			this.status = 'failed';
			this.problem = text.problems.map((problem) => sayProblemInPage(problem, readersLocale())).join(' ');
			return;
		}
		if (same(text.value, this.text)) return;
		this.text = text.value;
		this.#isLeft = false;
		this.#keep();
	}

	/** A block was placed, refreshed or kept. */
	know(block: LiveBlockAnswer): void {
		this.#know([block]);
	}

	/** Stores what is written. */
	async save(): Promise<void> {
		clearTimeout(this.#timer);
		if (this.#busy) await this.#busy;
		if (this.other || (!this.isDirty && this.status !== 'draft')) return;
		this.#busy = this.#send();
		await this.#busy;
		this.#busy = null;
	}

	/** Settles that the text was changed elsewhere: one of the two texts, or both, the own one first. */
	async settle(choice: 'own' | 'other' | 'both'): Promise<void> {
		const { other } = this;
		if (!other) return;
		this.other = null;
		this.section = other;
		this.#know(other.blocks);
		if (choice === 'other') this.text = other.text;
		if (choice === 'both') this.text = [...this.text, ...other.text];
		if (choice !== 'own') this.edition += 1;
		if (choice === 'other') {
			this.#forget();
			this.status = 'saved';
			return;
		}
		this.#keep();
		await this.save();
	}

	/**
	 * The page read the text again, since a colleague may have stored it: it comes in, unless somebody is writing here;
	 * then both are shown. Whether another text has to stand in the editor.
	 */
	async meet(fresh: ReportSectionAnswer): Promise<boolean> {
		while (this.#busy) await this.#busy;
		this.#know(fresh.blocks);
		if (fresh.version <= (this.other ?? this.stored).version) return false;
		const isSame = same(fresh.text, this.text);
		if (!isSame && (this.other || this.isDirty)) {
			clearTimeout(this.#timer);
			this.other = fresh;
			this.status = 'conflict';
			return false;
		}
		this.#take(fresh, 'idle');
		if (isSame) return false;
		this.text = fresh.text;
		this.edition += 1;
		return true;
	}

	/** The page goes: what is written goes to the server. */
	leave(): void {
		clearTimeout(this.#timer);
		this.#isLeft = true;
		if (this.isDirty && (this.status !== 'failed' || this.#isTriedAgain) && !this.other) void this.save();
	}

	async #send(): Promise<void> {
		const { client, reportId } = this.#start;
		const { text: sent, stored } = this;
		// Trying again by itself tells nothing new until it succeeds.
		if (!this.#isTriedAgain) this.status = 'saving';
		this.#isTriedAgain = false;
		const reply = await client.write(reportId, stored, { version: stored.version, text: sent });
		if (!reply.ok) return reply.codes.includes('report-text-changed') ? this.#meet() : this.#fail(reply);
		this.section = reply.value;
		this.#know(reply.value.blocks);
		if (same(this.text, sent)) {
			this.#forget();
			this.status = 'saved';
		} else this.#keep();
	}

	/** Somebody stored the text elsewhere: both are shown, unless they say the same. */
	async #meet(): Promise<void> {
		const reply = await this.#start.client.readSection(this.#start.reportId, this.stored);
		if (!reply.ok) return this.#fail(reply);
		this.#know(reply.value.blocks);
		if (same(reply.value.text, this.text)) return this.#take(reply.value, 'saved');
		this.other = reply.value;
		this.status = 'conflict';
	}

	/** Says why it is not stored, and tries again by itself when that will pass. */
	#fail(reply: Exclude<Reply<unknown>, { ok: true }>): void {
		this.status = 'failed';
		this.problem = reply.codes.includes('person-other') ? m.memo_person_other() : reply.message;
		this.#isTriedAgain = isPassing(reply) && !this.#isLeft;
		if (!this.#isTriedAgain) return;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.save(), this.#start.again ?? againAfter);
	}

	/** What is written is what is stored. */
	#take(section: ReportSectionAnswer, status: 'idle' | 'saved'): void {
		clearTimeout(this.#timer);
		this.section = section;
		this.other = null;
		this.#forget();
		this.status = status;
	}

	#know(blocks: readonly LiveBlockAnswer[]): void {
		this.blocks = { ...this.blocks, ...Object.fromEntries(blocks.map((block) => [block.id, block])) };
	}

	#keep(): void {
		clearTimeout(this.#timer);
		if (this.other) return;
		const isKept = this.#store(JSON.stringify({ version: this.stored.version, text: this.text }));
		this.status = isKept ? 'draft' : 'failed';
		this.problem = isKept ? '' : m.memo_not_kept();
		this.#timer = setTimeout(() => void this.save(), this.#start.pause ?? pause);
	}

	/** Begins as other drafts do, so that signing out forgets it too; another who signs in in the tab does not see it. */
	get #name(): string {
		const { userId, reportId } = this.#start;
		const { pillarId, areaId, slot } = this.#start.section;
		return `wijkstem.draft.report.${userId}.${reportId}.${pillarId}.${areaId}.${slot}`;
	}

	#store(value: string): boolean {
		try {
			this.#start.storage?.setItem(this.#name, value);
			return true;
		} catch {
			return false;
		}
	}

	#forget(): void {
		this.#start.storage?.removeItem(this.#name);
	}

	#kept(): { readonly version: number; readonly text: ReportText } | null {
		try {
			const kept: unknown = JSON.parse(this.#start.storage?.getItem(this.#name) ?? 'null');
			if (typeof kept !== 'object' || kept === null || !('version' in kept) || !('text' in kept)) return null;
			const text = parseReportText(kept.text);
			return text.ok && typeof kept.version === 'number' ? { version: kept.version, text: text.value } : null;
		} catch {
			return null;
		}
	}
}
