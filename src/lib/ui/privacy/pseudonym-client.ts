import type {
	CheckPseudonymsInput,
	OpenedKeyAnswer,
	PseudonymChoice,
	PseudonymsAnswer,
	ReplacedPseudonymsAnswer,
	SettledNameAnswer,
	SettleNameInput
} from '#lib/contract/pseudonym.ts';
import type { ProposedDestructionAnswer } from '#lib/contract/retention.ts';
import { ask, type Reply } from '../api/ask.ts';
import { saveFile } from '../api/save-file.ts';

/** The requests of the page with the names of one text to the HTTP API, with the session of the page. */
export class PseudonymClient {
	readonly #base: string;

	constructor(projectId: string, sourceId: string) {
		this.#base = `/api/v1/projects/${projectId}/sources/${sourceId}`;
	}

	read(): Promise<Reply<PseudonymsAnswer>> {
		return ask('GET', `${this.#base}/pseudonyms`);
	}

	decide(version: number, decisions: readonly PseudonymChoice[]): Promise<Reply<PseudonymsAnswer>> {
		return ask('POST', `${this.#base}/pseudonym-decisions`, { version, decisions });
	}

	replace(version: number): Promise<Reply<ReplacedPseudonymsAnswer>> {
		return ask('POST', `${this.#base}/pseudonym-replacements`, { version });
	}

	readTurns(turns: readonly number[]): Promise<Reply<null>> {
		return ask('POST', `${this.#base}/pseudonym-readings`, { turns });
	}

	finish(version: number): Promise<Reply<PseudonymsAnswer>> {
		return ask('POST', `${this.#base}/pseudonym-completion`, { version, wholeTextRead: true });
	}

	check(input: CheckPseudonymsInput): Promise<Reply<PseudonymsAnswer>> {
		return ask('POST', `${this.#base}/pseudonym-checks`, input);
	}

	openKey(reason: string): Promise<Reply<OpenedKeyAnswer>> {
		return ask('POST', `${this.#base}/key-openings`, { reason });
	}

	proposeDestruction(reason: string): Promise<Reply<ProposedDestructionAnswer>> {
		return ask('POST', `${this.#base}/key-destructions`, { reason });
	}

	saveOriginal(reason: string): Promise<Reply<null>> {
		return saveFile(`${this.#base}/original-openings`, { reason });
	}

	destroyOriginal(reason: string): Promise<Reply<null>> {
		return ask('POST', `${this.#base}/original-destructions`, { reason });
	}

	settle(leftoverId: string, input: SettleNameInput): Promise<Reply<SettledNameAnswer>> {
		return ask('POST', `${this.#base}/leftover-names/${leftoverId}/settlement`, input);
	}
}
