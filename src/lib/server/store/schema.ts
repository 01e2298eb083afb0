import type { CasesTables } from './schema/cases.ts';
import type { CodingsTables } from './schema/codings.ts';
import type { FrameTables } from './schema/frame.ts';
import type { IntegrationTables } from './schema/integration.ts';
import type { PeopleTables } from './schema/people.ts';
import type { PrivacyTables } from './schema/privacy.ts';
import type { ReportsTables } from './schema/reports.ts';
import type { SourcesTables } from './schema/sources.ts';
import type { StudiesTables } from './schema/studies.ts';

/** The tables as the database gives them (STYLE: rows never leave store/). Kept equal to migrations/ by the store tests. */
export type Database = PeopleTables &
	FrameTables &
	StudiesTables &
	SourcesTables &
	CasesTables &
	CodingsTables &
	IntegrationTables &
	ReportsTables &
	PrivacyTables;
