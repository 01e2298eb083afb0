import type { ConfirmExportInput, ExportCheckAnswer, ExportConfirmationAnswer } from '#lib/contract/export-check.ts';
import { m } from '#lib/paraglide/messages.js';
import { ask, type Reply } from '../api/ask.ts';

/** How far a file is: looked through, waiting for a reason, not allowed, being made, in the browser, stopped or failed. */
export type TakingStep = 'checking' | 'confirm' | 'forbidden' | 'making' | 'ready' | 'stopped' | 'failed';

type Start = {
	readonly projectId: string;
	/** which file, as the check asks it */
	readonly file: ConfirmExportInput['export'];
	/** makes it, with the confirmation when one was needed */
	readonly make: (confirmation: string | null, signal: AbortSignal) => Promise<Reply<unknown>>;
};

/** Takes a file away: what could point to somebody is shown first, and confirmed with a reason; making it can be stopped. */
export class ExportTaking {
	step = $state<TakingStep>('checking');
	check = $state.raw<ExportCheckAnswer | null>(null);
	problem = $state('');
	/** how long the file is being made, in seconds */
	seconds = $state(0);
	isBusy = $state(false);
	readonly #start: Start;
	readonly #stop = new AbortController();

	constructor(start: Start) {
		this.#start = start;
	}

	/** Looks the file through; one in which nothing is found is made at once. */
	async look(): Promise<void> {
		const { projectId, file } = this.#start;
		this.step = 'checking';
		this.problem = '';
		const reply = await ask<ExportCheckAnswer>('POST', `/api/v1/projects/${projectId}/export-checks`, file);
		if (this.#stop.signal.aborted) return;
		if (!reply.ok) return this.#fail(reply.message);
		this.check = reply.value;
		if (reply.value.outcome === 'clear') return this.#make(null);
		this.step = reply.value.outcome;
	}

	/** Confirms what was found, and makes the file. */
	async confirm(reason: string): Promise<void> {
		const { projectId, file } = this.#start;
		if (!this.check || this.isBusy) return;
		this.isBusy = true;
		const reply = await ask<ExportConfirmationAnswer>('POST', `/api/v1/projects/${projectId}/export-confirmations`, {
			export: file,
			fingerprint: this.check.fingerprint,
			reason
		} satisfies ConfirmExportInput);
		this.isBusy = false;
		if (this.#stop.signal.aborted) return;
		if (reply.ok) return this.#make(reply.value.id);
		this.problem = reply.message;
		if (!reply.codes.includes('export-check-changed')) return;
		await this.look();
		if (this.step === 'confirm' || this.step === 'forbidden') this.problem = reply.message;
	}

	/** Gives up, whatever is going on. */
	stop(): void {
		this.#stop.abort();
		if (this.step === 'making') this.step = 'stopped';
	}

	async #make(confirmation: string | null): Promise<void> {
		this.step = 'making';
		this.problem = '';
		const clock = setInterval(() => (this.seconds += 1), 1000);
		const reply = await this.#start.make(confirmation, this.#stop.signal);
		clearInterval(clock);
		if (this.#stop.signal.aborted) return;
		if (reply.ok) this.step = 'ready';
		else this.#fail(reply.message);
	}

	#fail(message: string): void {
		this.problem = message === '' ? m.shell_api_server() : message;
		this.step = 'failed';
	}
}
