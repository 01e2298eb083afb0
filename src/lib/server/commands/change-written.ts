import type { ProjectId } from '../../domain/project/ids.ts';
import type { ReportText } from '../../domain/report/report-text.ts';
import type { Db } from '../store/database.ts';
import { listProjectSections } from '../store/report-sections.ts';
import { findChangedWords, storeChangedWords, type ChangedWords } from '../store/written-words.ts';
import type { Going, WrittenPlace } from '../store/written-places.ts';
import { carryComments } from './change-reports.ts';

/** A change of what people wrote in a project: what it makes of each text, and what goes as a whole beside it. */
export type WrittenChange = {
	readonly projectId: ProjectId;
	readonly going: Going;
	readonly change: (value: unknown, place: Pick<WrittenPlace, 'table' | 'column'>) => unknown;
};

/** What it would change. */
export const findWritten = (db: Db, { projectId, going, change }: WrittenChange): Promise<readonly ChangedWords[]> =>
	findChangedWords(db, projectId, going, change);

/** Does it; comments on texts of reports go along. Answers the ids of what is to be logged: published editions. */
export const storeWritten = async (
	trx: Db,
	{ projectId, going, change }: WrittenChange,
	found: readonly ChangedWords[]
): Promise<readonly string[]> => {
	if (found.some(({ place }) => place.table === 'report_sections'))
		for (const section of await listProjectSections(trx, projectId)) {
			const text = change(section.text, { table: 'report_sections', column: 'body' });
			// A change keeps the form of what it changes.
			if (text !== section.text) await carryComments(trx, section.reportId, section, text as ReportText);
		}
	const logged = new Set<string>();
	for (const words of found) for (const id of await storeChangedWords(trx, projectId, going, words)) logged.add(id);
	return [...logged];
};
