import type {
	ChangedCodingItem,
	OrphanItem,
	PlaceOrphanInput,
	ReviewedCodingsAnswer
} from '#lib/contract/carried-coding.ts';
import type { CodingAnswer, RemovedCodingAnswer } from '#lib/contract/coding.ts';
import type { Page } from '#lib/contract/cursor.ts';
import type { EditedSourceAnswer, EditPreviewAnswer, FileComparisonAnswer } from '#lib/contract/source-edit.ts';
import type { SourceVersionAnswer, SourceVersionsAnswer, TextDifferencesAnswer } from '#lib/contract/source-version.ts';
import type { SourceTextAnswer } from '#lib/contract/source.ts';
import type { Edit, Operation } from '#lib/domain/text/edit.ts';
import { ask, type Reply } from '../../api/ask.ts';

/** The requests of the page on which a text is corrected, with the session of the page. */
export class EditClient {
	readonly #project: string;
	readonly #source: string;
	readonly #sourceId: string;

	constructor(projectId: string, sourceId: string) {
		this.#project = `/api/v1/projects/${projectId}`;
		this.#source = `${this.#project}/sources/${sourceId}`;
		this.#sourceId = sourceId;
	}

	read(): Promise<Reply<SourceTextAnswer>> {
		return ask('GET', this.#source);
	}

	readVersion(version: number): Promise<Reply<SourceVersionAnswer>> {
		return ask('GET', `${this.#source}/versions/${version}`);
	}

	versions(): Promise<Reply<SourceVersionsAnswer>> {
		return ask('GET', `${this.#source}/versions`);
	}

	differences(from: number, to: number): Promise<Reply<TextDifferencesAnswer>> {
		return ask('GET', `${this.#source}/differences?from=${from}&to=${to}`);
	}

	preview(version: number, edit: Edit): Promise<Reply<EditPreviewAnswer>> {
		return ask('POST', `${this.#source}/edit-previews`, { version, operations: copied(edit) });
	}

	save(
		version: number,
		edit: Edit,
		words: { readonly reason: string; readonly closesBefore: boolean }
	): Promise<Reply<EditedSourceAnswer>> {
		return ask('POST', `${this.#source}/edits`, { version, operations: copied(edit), ...words });
	}

	compare(file: File): Promise<Reply<FileComparisonAnswer>> {
		const form = new FormData();
		form.set('file', file, file.name);
		return ask('POST', `${this.#source}/file-comparisons`, form);
	}

	orphans(): Promise<Reply<Page<OrphanItem>>> {
		return ask('GET', `${this.#project}/orphans?sourceId=${this.#sourceId}&limit=500`);
	}

	changed(): Promise<Reply<Page<ChangedCodingItem>>> {
		return ask('GET', `${this.#project}/changed-codings?sourceId=${this.#sourceId}&limit=500`);
	}

	place(codingId: string, input: PlaceOrphanInput): Promise<Reply<CodingAnswer>> {
		return ask('POST', `${this.#project}/orphans/${codingId}/placement`, input);
	}

	unplace(codingId: string): Promise<Reply<null>> {
		return ask('DELETE', `${this.#project}/orphans/${codingId}/placement`);
	}

	dismiss(codingId: string): Promise<Reply<RemovedCodingAnswer>> {
		return ask('POST', `${this.#project}/orphans/${codingId}/dismissal`);
	}

	restore(codingId: string, deletionId: string): Promise<Reply<null>> {
		return ask('POST', `${this.#project}/orphans/${codingId}/restoration`, { deletionId });
	}

	review(codingIds: readonly string[]): Promise<Reply<ReviewedCodingsAnswer>> {
		return ask('POST', `${this.#project}/coding-reviews`, { codingIds });
	}

	takeBackReviews(codingIds: readonly string[]): Promise<Reply<ReviewedCodingsAnswer>> {
		return ask('POST', `${this.#project}/coding-reviews/removal`, { codingIds });
	}
}

const copied = (edit: Edit): readonly Operation[] => edit.map((operation) => ({ ...operation }));
