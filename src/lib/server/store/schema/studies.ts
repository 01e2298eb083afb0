import type { ColumnType, Generated } from 'kysely';
import type { StudyKind } from '../../../domain/area/study.ts';
import type { FindingDirection } from '../../../domain/integration/study-evidence.ts';
import type { Time } from './time.ts';

/** Studies beside the interviews, with their tables and findings. */
export type StudiesTables = {
	studies: {
		id: string;
		project_id: string;
		name: string;
		kind: StudyKind;
		area_id: string | null;
		institute: Generated<string>;
		period: Generated<string>;
		method: Generated<string>;
		n: number | null;
		remark: Generated<string>;
		version: Generated<number>;
	};
	study_tables: {
		id: string;
		study_id: string;
		caption: string;
		note: string;
		columns: ColumnType<unknown, string, never>;
		rows: ColumnType<unknown, string, never>;
		row_headers: boolean;
		version: Generated<number>;
		created_by: string;
		created_at: Time;
		changed_at: Time;
	};
	study_findings: {
		id: string;
		study_id: string;
		text: string;
		direction: FindingDirection;
		version: Generated<number>;
		created_by: string;
		created_at: Time;
		changed_at: Time;
	};
	study_links: {
		table_id: string | null;
		finding_id: string | null;
		pillar_id: string | null;
		indicator_id: string | null;
		area_id: string | null;
		wave_id: string | null;
	};
};
