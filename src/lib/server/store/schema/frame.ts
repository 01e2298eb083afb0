import type { ColumnType, Generated } from 'kysely';
import type { AreaKind } from '../../../domain/area/area.ts';
import type { Direction, IndicatorKind, Threshold } from '../../../domain/indicator/indicator.ts';
import type { Figure } from '../../../domain/indicator/observation-change.ts';
import type { Time, TimeOrNull } from './time.ts';

/** What a project is about: its areas, waves, pillars, indicators and their figures. */
export type FrameTables = {
	projects: {
		id: string;
		name: string;
		language: Generated<string>;
		is_fictional: Generated<boolean>;
		comparison_area_id: string | null;
		include_earlier_waves: Generated<boolean>;
		small_cell: Generated<number>;
		asks_for_consent: Generated<boolean>;
		withdrawal_until: string | null;
		original_days: Generated<number>;
		keys_until: string | null;
		network_group_ids: Generated<string[]>;
		created_by: string;
		created_at: Time;
		deleted_at: TimeOrNull;
	};
	areas: {
		id: string;
		project_id: string;
		parent_id: string | null;
		name: string;
		alias_name: string | null;
		kind: AreaKind;
		statistical_codes: Generated<string[]>;
		place: Generated<number>;
	};
	area_outlines: {
		area_id: string;
		lines: ColumnType<unknown, string, string>;
		stored_by: string;
		stored_at: Time;
	};
	waves: { id: string; project_id: string; label: string; year: number };
	pillars: { id: string; project_id: string; name: string; short_name: string | null; place: Generated<number> };
	pillar_absences: { pillar_id: string; area_id: string };
	indicators: {
		id: string;
		project_id: string;
		key: string;
		label: string;
		pillar_id: string;
		unit: string;
		direction: Direction;
		kind: IndicatorKind;
		source: Generated<string>;
		rhythm: string | null;
		threshold: number;
		threshold_unit: Threshold['unit'];
		place: Generated<number>;
	};
	observations: {
		id: string;
		project_id: string;
		indicator_id: string;
		area_id: string;
		wave_id: string;
		reference_year: number;
		value: number | null;
		n: number | null;
		lower: number | null;
		upper: number | null;
		trend_break: Generated<boolean>;
		suppressed: Generated<boolean>;
		note: Generated<string>;
		source: string | null;
		source_version: string | null;
		trend_break_reason: string | null;
		tested_against: string | null;
		tested_change: boolean | null;
		imported_by: string;
		imported_at: Time;
	};
	figure_sources: {
		id: string;
		project_id: string;
		name: string;
		layout: string;
		changed_by: string;
		changed_at: Time;
	};
	figure_source_columns: {
		figure_source_id: string;
		column_name: string;
		indicator_id: string | null;
		role: string | null;
		picked: string | null;
	};
	figure_source_names: { figure_source_id: string; name: string; indicator_id: string | null };
	figure_imports: {
		id: string;
		project_id: string;
		source_name: string;
		added: number;
		changed: number;
		imported_by: string;
		imported_at: Time;
		undone_by: string | null;
		undone_at: TimeOrNull;
	};
	observation_changes: {
		id: Generated<number>;
		project_id: string;
		indicator_id: string;
		area_id: string;
		wave_id: string;
		before: ColumnType<Figure | null, string | null, never>;
		after: ColumnType<Figure | null, string | null, never>;
		import_id: string | null;
		is_undo: Generated<boolean>;
		changed_by: string;
		changed_at: Time;
	};
};
