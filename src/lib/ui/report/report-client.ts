import type {
	FoundReportQuotesAnswer,
	LiveBlockAnswer,
	PlaceBlockInput,
	RefreshBlockInput,
	ReportAnswer,
	ReportChoicesAnswer,
	ReportSectionAnswer,
	WriteSectionInput
} from '#lib/contract/report.ts';
import type { ReturnedSectionAnswer, ReturnSectionInput } from '#lib/contract/report-version.ts';
import { ask, type Reply } from '../api/ask.ts';

/** A pillar in an area. */
export type ReportPlace = { readonly pillarId: string; readonly areaId: string };

/** The requests about reports to the HTTP API, with the session of the page; those that change something say whose they are. */
export class ReportClient {
	readonly #all: string;
	readonly #userId: string;

	constructor(projectId: string, userId: string) {
		this.#userId = userId;
		this.#all = `/api/v1/projects/${projectId}/reports`;
	}

	rename(reportId: string, input: { version: number; title: string }): Promise<Reply<ReportAnswer>> {
		return this.#write('PATCH', `/${reportId}`, input);
	}

	remove(reportId: string): Promise<Reply<null>> {
		return this.#write('DELETE', `/${reportId}`);
	}

	restore(reportId: string): Promise<Reply<ReportAnswer>> {
		return this.#write('POST', `/${reportId}/restoration`);
	}

	readSection(reportId: string, section: ReportPlace & { slot: string }): Promise<Reply<ReportSectionAnswer>> {
		return ask('GET', this.#all + sectionPath(reportId, section));
	}

	write(
		reportId: string,
		section: ReportPlace & { slot: string },
		input: WriteSectionInput
	): Promise<Reply<ReportSectionAnswer>> {
		return this.#write('PUT', sectionPath(reportId, section), input);
	}

	choices(reportId: string, { pillarId, areaId }: ReportPlace): Promise<Reply<ReportChoicesAnswer>> {
		return ask('GET', `${this.#all}/${reportId}/choices?${new URLSearchParams({ pillarId, areaId })}`);
	}

	/** The words go in the body: they stand in no address. */
	searchQuotes(reportId: string, place: ReportPlace, words: string): Promise<Reply<FoundReportQuotesAnswer>> {
		return ask('POST', `${this.#all}/${reportId}/quote-searches`, { ...place, words });
	}

	place(reportId: string, input: PlaceBlockInput): Promise<Reply<LiveBlockAnswer>> {
		return this.#write('POST', `/${reportId}/blocks`, input);
	}

	refresh(reportId: string, blockId: string, input: RefreshBlockInput): Promise<Reply<LiveBlockAnswer>> {
		return this.#write('POST', `/${reportId}/blocks/${blockId}/refreshment`, input);
	}

	keep(reportId: string, blockId: string, reason: string): Promise<Reply<LiveBlockAnswer>> {
		return this.#write('PUT', `/${reportId}/blocks/${blockId}/keeping`, { reason });
	}

	/** Puts a text back as it was in a version. */
	putBack(reportId: string, versionId: string, input: ReturnSectionInput): Promise<Reply<ReturnedSectionAnswer>> {
		return this.#write('POST', `/${reportId}/versions/${versionId}/returns`, input);
	}

	#write<T>(method: string, path: string, body?: unknown): Promise<Reply<T>> {
		return ask<T>(method, this.#all + path, body, { userId: this.#userId });
	}
}

const sectionPath = (reportId: string, { pillarId, areaId, slot }: ReportPlace & { slot: string }): string =>
	`/${reportId}/sections/${pillarId}/${areaId}/${slot}`;
