import type { UploadAnswer } from '#lib/contract/source.ts';
import type { Group } from '#lib/domain/source/source.ts';
import { titleFromFile } from '#lib/domain/source/title.ts';
import type { Reply } from '../api/ask.ts';

/** Where interviews belong. An empty text = not chosen yet. */
export type Place = {
	readonly areaId: string;
	readonly waveId: string;
	/** null = nobody's voice: an observation */
	readonly group: Group | null;
	readonly studyId: string;
	/** ISO date, or empty */
	readonly conductedOn: string;
	/** BCP 47, e.g. nl or ar */
	readonly language: string;
	/** a participant is younger than 16: true, false, or empty = not answered */
	readonly isMinor: string;
	/** there was an interpreter: true, false, or empty = not answered */
	readonly interpreter: string;
};

/** What a place always has; a file for which it is emptied goes where the rest goes. */
const needed = ['areaId', 'waveId', 'language', 'isMinor', 'interpreter'] as const;

export type UploadState = 'waiting' | 'sending' | 'done' | 'failed' | 'stopped';

/** A file on its way. */
export type QueuedFile = {
	readonly id: number;
	readonly file: File;
	readonly title: string;
	/** only what differs from the place of all files */
	readonly place: Partial<Place>;
	readonly state: UploadState;
	/** how much of it was sent, from 0 to 1 */
	readonly sent: number;
	/** what is wrong with it, in sentences */
	readonly problems: readonly string[];
	readonly answer: UploadAnswer | null;
};

/** Sends one file with its fields; a stop makes it answer at once. */
export type SendFile = (
	file: File,
	fields: Readonly<Record<string, string>>,
	onSent: (part: number) => void,
	signal: AbortSignal
) => Promise<Reply<UploadAnswer> | 'stopped'>;

/** A place as it is sent: where nobody speaks, the kind says so. */
export const fieldsOf = ({ group, ...place }: Place): Readonly<Record<string, string>> =>
	group === null ? { ...place, kind: 'observation' } : { ...place, group };

/** Files that are sent one after the other; what goes wrong with one stops none of the others. */
export class UploadQueue {
	place = $state.raw<Place>({
		areaId: '',
		waveId: '',
		group: 'resident',
		studyId: '',
		conductedOn: '',
		language: 'nl',
		isMinor: '',
		interpreter: ''
	});
	files = $state.raw<readonly QueuedFile[]>([]);
	isBusy = $state(false);
	readonly #send: SendFile;
	#next = 1;
	#stop: AbortController | null = null;

	constructor(send: SendFile) {
		this.#send = send;
	}

	get waiting(): readonly QueuedFile[] {
		return this.files.filter(({ state }) => state === 'waiting');
	}

	get done(): readonly QueuedFile[] {
		return this.files.filter(({ state }) => state === 'done');
	}

	get failed(): readonly QueuedFile[] {
		return this.files.filter(({ state }) => state === 'failed');
	}

	/** Whether something that waits does not know yet where it belongs. */
	get needsPlace(): boolean {
		return this.waiting.some((item) => {
			const { areaId, waveId } = this.placeOf(item);
			return areaId === '' || waveId === '';
		});
	}

	/** Puts files in the list, with the title that their name suggests. */
	add(files: readonly File[], title: string | null = null): void {
		const added = files.map((file) => ({
			id: this.#next++,
			file,
			title: title ?? titleFromFile(file.name),
			place: {},
			state: 'waiting' as const,
			sent: 0,
			problems: [],
			answer: null
		}));
		this.files = [...this.files, ...added];
	}

	/** Takes a file that is not being sent out of the list; what was stored already stays stored. */
	remove(id: number): void {
		this.files = this.files.filter((item) => item.id !== id || item.state === 'sending');
	}

	setTitle(id: number, title: string): void {
		this.#change(id, { title });
	}

	setPlace(id: number, part: Partial<Place>): void {
		const item = this.#find(id);
		if (item) this.#change(id, { place: { ...item.place, ...part } });
	}

	/** The place of one file: that of all, with what differs. */
	placeOf({ place }: QueuedFile): Place {
		const own = { ...place };
		for (const name of needed) if (own[name]?.trim() === '') delete own[name];
		return { ...this.place, ...own };
	}

	/** Tries a file that failed or was stopped once more: at once, or when it is its turn. */
	again(id: number): Promise<void> {
		this.#change(id, { state: 'waiting', sent: 0, problems: [] });
		return this.start();
	}

	/** Sends what waits, in order, until all is done or someone stops it. */
	async start(): Promise<void> {
		if (this.isBusy) return;
		this.isBusy = true;
		const stop = (this.#stop = new AbortController());
		for (let item = this.waiting[0]; item && !stop.signal.aborted; item = this.waiting[0])
			await this.#sendOne(item, stop.signal);
		this.isBusy = false;
	}

	/** Stops: the file that is being sent is broken off, the rest waits. */
	stop(): void {
		this.#stop?.abort();
	}

	async #sendOne(item: QueuedFile, signal: AbortSignal): Promise<void> {
		this.#change(item.id, { state: 'sending', sent: 0, problems: [] });
		const fields = { title: item.title, ...fieldsOf(this.placeOf(item)) };
		const reply = await this.#send(item.file, fields, (sent) => this.#change(item.id, { sent }), signal);
		if (reply === 'stopped') this.#change(item.id, { state: 'stopped' });
		else if (reply.ok) this.#change(item.id, { state: 'done', sent: 1, answer: reply.value });
		else this.#change(item.id, { state: 'failed', problems: reply.messages });
	}

	#find(id: number): QueuedFile | undefined {
		return this.files.find((item) => item.id === id);
	}

	#change(id: number, change: Partial<QueuedFile>): void {
		this.files = this.files.map((item) => (item.id === id ? { ...item, ...change } : item));
	}
}
