import type { ColumnType, Generated } from 'kysely';
import type { Task } from '../../../domain/source/assignment.ts';
import type { PhotoFormat } from '../../../domain/source/photo.ts';
import type { UploadState } from '../../../domain/source/retention.ts';
import type { ImportState } from '../../../domain/source/source-import.ts';
import type { Group, SourceKind, SourceStatus } from '../../../domain/source/source.ts';
import type { SpeakerRole } from '../../../domain/source/speaker.ts';
import type { Time, TimeOrNull } from './time.ts';

/** Interviews: their texts by version, how they came in, and who reads them. */
export type SourcesTables = {
	sources: {
		id: string;
		project_id: string;
		title: string;
		kind: SourceKind;
		area_id: string;
		wave_id: string;
		study_id: string | null;
		group: Group | null;
		conducted_on: string | null;
		language: Generated<string>;
		status: SourceStatus;
		version: number;
		words_of: number | null;
		characters: number;
		format: string;
		quotes_allowed: Generated<boolean>;
		uploaded_by: string;
		uploaded_at: Time;
		deleted_at: TimeOrNull;
		released_at: TimeOrNull;
		latitude: ColumnType<number | null, number | null | undefined, number | null>;
		longitude: ColumnType<number | null, number | null | undefined, number | null>;
	};
	source_intake: {
		source_id: string;
		is_minor: boolean | null;
		has_interpreter: boolean | null;
		note: Generated<string>;
		note_by: ColumnType<string | null, string | null | undefined, string | null>;
		note_at: TimeOrNull;
	};
	source_uploads: {
		source_id: string;
		state: UploadState;
		format: string;
		bytes: number;
		sha256: string;
		key_version: string | null;
		nonce: string | null;
		sealed: ColumnType<Uint8Array | null, Buffer | null, Buffer | null>;
		uploaded_by: string;
		uploaded_at: Time;
		destroyed_at: TimeOrNull;
	};
	photos: {
		id: string;
		source_id: string;
		place: number;
		format: PhotoFormat;
		width: number;
		height: number;
		orientation: number;
		sha256: string;
		bytes: ColumnType<Uint8Array, Buffer, never>;
		alternative: Generated<string>;
		checked_by: ColumnType<string | null, string | null | undefined, string | null>;
		checked_at: TimeOrNull;
		added_by: string;
		added_at: Time;
	};
	source_versions: {
		source_id: string;
		version: number;
		text: string;
		sha256: string;
		created_by: string;
		created_at: Time;
		reason: Generated<string>;
		operations: ColumnType<unknown, string | null | undefined, never>;
		closes_before: Generated<boolean>;
		sealed_at: TimeOrNull;
		times: Generated<number>;
		read_as: ColumnType<unknown, string | null | undefined, string>;
	};
	source_originals: { source_id: string; version: number; key_version: string; nonce: string; sealed: string };
	source_imports: {
		id: string;
		project_id: string;
		place: ColumnType<unknown, string, never>;
		made_by: string;
		made_at: Time;
		origin: string | null;
	};
	source_import_files: {
		id: string;
		import_id: string;
		bytes: ColumnType<Uint8Array, Buffer, never>;
		key_version: string | null;
		nonce: string | null;
	};
	import_jobs: {
		id: string;
		import_id: string;
		file_id: string | null;
		place: number;
		name: string;
		part: string | null;
		title: string;
		state: ImportState;
		tries: Generated<number>;
		claimed_at: TimeOrNull;
		source_id: string | null;
		told: ColumnType<unknown, string, string>;
	};
	speakers: {
		id: string;
		source_id: string;
		label: string;
		role: SpeakerRole;
		place: Generated<number>;
		quotes_allowed: boolean | null;
	};
	turns: {
		source_id: string;
		version: number;
		ordinal: number;
		start_position: number;
		end_position: number;
		speaker_id: string | null;
		start_ms: number | null;
		end_ms: number | null;
	};
	turn_words: {
		source_id: string;
		version: number;
		ordinal: number;
		words: string;
	};
	assignments: {
		id: string;
		project_id: string;
		source_id: string;
		user_id: string;
		task: Task;
		given_by: string;
		given_at: Time;
		due_on: string | null;
		done_at: TimeOrNull;
	};
	readings: {
		source_id: string;
		user_id: string;
		version: number;
		/** an int4multirange as text */
		turns: Generated<string>;
		last_turn: number;
		read_at: Time;
	};
	work_visits: { project_id: string; user_id: string; seen_until: Time };
	second_coders: { source_id: string; user_id: string };
};
