import type { UpdateSourceInput, SourceAnswer } from '#lib/contract/source.ts';
import type { RereadAnswer, RereadRequest } from '#lib/contract/reread.ts';
import type { ChangeTurnsInput, CutAnswer } from '#lib/contract/turns.ts';
import { ask, type Reply } from '../api/ask.ts';
import { sendForm } from './send-form.ts';
import type { SendFile } from './upload-queue.svelte.ts';

/** The requests of the interviewer's pages to the HTTP API, with the session of the page. */
export class SourceClient {
	readonly #base: string;

	constructor(projectId: string) {
		this.#base = `/api/v1/projects/${projectId}/sources`;
	}

	/** Sends one file. */
	readonly upload: SendFile = (file, fields, onSent, signal) => {
		const form = new FormData();
		for (const [name, value] of Object.entries(fields)) form.set(name, value);
		form.set('file', file, file.name);
		return sendForm(this.#base, form, onSent, signal);
	};

	update(sourceId: string, input: UpdateSourceInput): Promise<Reply<SourceAnswer>> {
		return ask('PATCH', `${this.#base}/${sourceId}`, input);
	}

	/** How a text is cut now, by whoever changed it last. */
	readCut(sourceId: string): Promise<Reply<CutAnswer & { readonly text: string }>> {
		return ask('GET', `${this.#base}/${sourceId}`);
	}

	changeTurns(sourceId: string, input: ChangeTurnsInput): Promise<Reply<CutAnswer>> {
		return ask('PATCH', `${this.#base}/${sourceId}/turns`, input);
	}

	/** Reads the file in another way, or shows what that would give. */
	reread(sourceId: string, input: RereadRequest, isPreview: boolean): Promise<Reply<RereadAnswer>> {
		return ask('POST', `${this.#base}/${sourceId}/rereads${isPreview ? '?preview=true' : ''}`, input);
	}

	remove(sourceId: string, withCodings: boolean): Promise<Reply<null>> {
		return ask('DELETE', `${this.#base}/${sourceId}${withCodings ? '?codings=delete' : ''}`);
	}

	restore(sourceId: string): Promise<Reply<SourceAnswer>> {
		return ask('POST', `${this.#base}/${sourceId}/restoration`);
	}
}
