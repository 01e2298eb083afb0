import type { Area } from '../area/area.ts';
import type { DescribedStudy, Study } from '../area/study.ts';
import { fail, ok, type Result } from '../problem.ts';
import type { AreaId, FindingId, IndicatorId, PillarId, StudyId, StudyTableId, WaveId } from '../project/ids.ts';
import { withChanges, type Changes } from '../with-changes.ts';

/** What a table or a finding is about. An empty list = not tied to one: about all areas of the study, or all rounds. */
export type EvidenceLinks = {
	readonly pillarIds: readonly PillarId[];
	readonly indicatorIds: readonly IndicatorId[];
	readonly areaIds: readonly AreaId[];
	readonly waveIds: readonly WaveId[];
};

/** Which way a finding points; a finding about something else than change has no direction. */
export type FindingDirection = 'forward' | 'backward' | 'no-change' | 'not-applicable';
export const findingDirections: readonly FindingDirection[] = ['forward', 'backward', 'no-change', 'not-applicable'];

/** What a study found, in words: evidence of its own beside figures and voices. */
export type Finding = EvidenceLinks & {
	readonly id: FindingId;
	readonly studyId: StudyId;
	readonly text: string;
	readonly direction: FindingDirection;
	readonly version: number;
};

/** A cell of a table: what was typed, or a number; null = nothing. */
export type StudyCell = string | number | null;

/** A table of a study, as data. */
export type StudyTable = EvidenceLinks & {
	readonly id: StudyTableId;
	readonly studyId: StudyId;
	readonly caption: string;
	readonly note: string;
	readonly columns: readonly string[];
	readonly rows: readonly (readonly StudyCell[])[];
	/** the first column names the rows, so a screen reader says it with each cell */
	readonly rowHeaders: boolean;
	readonly version: number;
};

/** All that the studies of a project hold. */
export type StudyEvidence = {
	readonly studies: readonly DescribedStudy[];
	readonly findings: readonly Finding[];
	readonly tables: readonly Omit<StudyTable, 'columns' | 'rows'>[];
	/** of the project, to say which ones it is about */
	readonly areas: readonly Area[];
};

/** Where a joint display looks for evidence. */
export type EvidencePlace = {
	readonly pillarId: PillarId;
	/** the indicators of the pillar, and those that its themes borrow from another */
	readonly indicatorIds: readonly IndicatorId[];
	/** the area and what contains it: what holds for a municipality is told in its wijken */
	readonly areaIds: readonly AreaId[];
	/** from the first to the last round */
	readonly waveIds: readonly WaveId[];
};

/** The areas that evidence is about: areas of its own, else the area of its study; none = every area. */
export const areasOfEvidence = (
	{ areaIds }: Pick<EvidenceLinks, 'areaIds'>,
	{ areaId }: Pick<Study, 'areaId'>
): readonly AreaId[] => (areaIds.length > 0 || areaId === null ? areaIds : [areaId]);

/** Whether evidence of a study belongs on a joint display. */
export const isEvidenceFor = (
	{ pillarIds, indicatorIds, areaIds, waveIds }: EvidenceLinks,
	study: Pick<Study, 'areaId'>,
	place: EvidencePlace
): boolean => {
	const areas = areasOfEvidence({ areaIds }, study);
	return (
		(pillarIds.includes(place.pillarId) || overlaps(indicatorIds, place.indicatorIds)) &&
		(areas.length === 0 || overlaps(areas, place.areaIds)) &&
		(waveIds.length === 0 || overlaps(waveIds, place.waveIds))
	);
};

const overlaps = (some: readonly string[], others: readonly string[]): boolean =>
	some.some((id) => others.includes(id));

/** Evidence with some fields changed; the same object when nothing is. In which order its links are given says nothing. */
export const changedEvidence = <E extends EvidenceLinks>(before: E, changes: Changes<E>): E => {
	const { pillarIds, indicatorIds, areaIds, waveIds } = before;
	const links = Object.entries({ pillarIds, indicatorIds, areaIds, waveIds }).filter(([kind, ids]) => {
		const given: unknown = Reflect.get(changes, kind);
		return Array.isArray(given) && new Set(given).symmetricDifference(new Set<unknown>(ids)).size === 0;
	});
	return withChanges(before, { ...changes, ...Object.fromEntries(links) });
};

/** A table without a pillar and an indicator would be shown nowhere. */
export const checkLinks = ({ pillarIds, indicatorIds }: EvidenceLinks): Result<null> =>
	pillarIds.length + indicatorIds.length > 0 ? ok(null) : fail('evidence-without-subject', undefined, 'pillarIds');

/** What one can still read on a page and in a report. */
export const mostTableRows = 300;
export const mostTableColumns = 30;
const longestTableCell = 500; // characters

/** What stands between the names of the sheets of a workbook in a sentence; a name of a sheet cannot hold it. */
export const betweenSheets = ' / ';

/** The cells of a file as a table of a study: rows as wide as the header, empty cells as null. */
export const toStudyCells = (
	columns: readonly string[],
	rows: readonly (readonly (string | number)[])[]
): Result<Pick<StudyTable, 'columns' | 'rows'>> => {
	if (rows.length > mostTableRows)
		return fail('study-table-too-long', { rows: rows.length, limit: mostTableRows }, 'file');
	if (columns.length > mostTableColumns)
		return fail('table-too-wide', { count: columns.length, limit: mostTableColumns }, 'file');
	const cells = rows.map((row) => columns.map((_, at) => toCell(row[at])));
	const long = [columns, ...cells].findIndex((row) =>
		row.some((cell) => typeof cell === 'string' && cell.length > longestTableCell)
	);
	if (long >= 0) return fail('study-table-cell-too-long', { row: long + 1, limit: longestTableCell }, 'file');
	return ok({ columns, rows: cells });
};

const toCell = (cell: string | number | undefined): StudyCell => {
	if (typeof cell === 'number') return cell;
	const text = withoutControls(cell ?? '').trim();
	return text === '' ? null : text;
};

/** Line ends within a cell become spaces; other control characters no database or reader needs. */
const withoutControls = (text: string): string =>
	text
		.toWellFormed()
		.normalize('NFC')
		.replace(/[\r\n\t]+/g, ' ')
		.replace(/[\u0000-\u001F\u007F-\u009F]/gu, '');
