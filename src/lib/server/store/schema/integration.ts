import type { ColumnType, Generated } from 'kysely';
import type { EvidenceItem, EvidenceSide } from '../../../domain/integration/evidence.ts';
import type {
	ExplanationKind,
	ExplanationStrength,
	Recognised,
	Voice
} from '../../../domain/integration/explanation.ts';
import type { Fit } from '../../../domain/integration/fit.ts';
import type { ReadingAnswer } from '../../../domain/integration/second-reading.ts';
import type { Time, TimeOrNull } from './time.ts';

/** Figures beside voices: what is said about how they fit, by whom, and on what it leans. */
export type IntegrationTables = {
	explanations: {
		id: string;
		project_id: string;
		indicator_id: string;
		area_id: string;
		from_wave_id: string;
		to_wave_id: string;
		kind: ExplanationKind;
		text: string;
		said_by: Voice;
		evidence: Generated<string>;
		counter_evidence: Generated<string>;
		strength: Generated<ExplanationStrength>;
		session_id: string | null;
		created_by: string;
		created_at: Time;
		version: Generated<number>;
	};
	explanation_evidence: {
		id: string;
		project_id: string;
		explanation_id: string;
		place: Generated<number>;
		kind: EvidenceItem['kind'];
		side: EvidenceSide;
		remark: Generated<string>;
		coding_id: string | null;
		memo_id: string | null;
		indicator_id: string | null;
		area_id: string | null;
		from_wave_id: string | null;
		to_wave_id: string | null;
		seen: ColumnType<unknown, string | null | undefined, never>;
		reference: string | null;
		url: string | null;
		added_by: string;
		added_at: Time;
	};
	review_sessions: {
		id: string;
		project_id: string;
		area_id: string;
		from_wave_id: string;
		to_wave_id: string;
		held_on: string;
		participants: Generated<string>;
		created_by: string;
		created_at: Time;
		version: Generated<number>;
	};
	figure_recognitions: {
		id: string;
		session_id: string;
		indicator_id: string;
		answer: Recognised;
		said_by: Voice;
		remark: Generated<string>;
		created_by: string;
		created_at: Time;
	};
	recognitions: {
		id: string;
		project_id: string;
		explanation_id: string;
		answer: Recognised;
		said_by: Voice;
		session: Generated<string>;
		created_by: string;
		created_at: Time;
	};
	decisions: {
		id: string;
		project_id: string;
		pillar_id: string;
		area_id: string;
		from_wave_id: string;
		to_wave_id: string;
		code_id: string;
		fit: Fit;
		proposal: Fit | null;
		reason: Generated<string>;
		meta_inference: Generated<string>;
		without_explanation: Generated<boolean>;
		data_fingerprint: string;
		basis: ColumnType<unknown, string | null | undefined, string | null>;
		decided_by: string;
		decided_at: Time;
	};
	second_readings: {
		id: string;
		project_id: string;
		decision_id: string;
		answer: ReadingAnswer;
		fit: Fit | null;
		reason: Generated<string>;
		read_by: string;
		read_at: Time;
	};
	silence_tasks: {
		id: string;
		project_id: string;
		pillar_id: string;
		area_id: string;
		from_wave_id: string;
		to_wave_id: string;
		indicator_id: string | null;
		code_id: string | null;
		user_id: string;
		due_on: string | null;
		remark: Generated<string>;
		given_by: string;
		given_at: Time;
		done_by: string | null;
		done_at: TimeOrNull;
	};
	chosen_quotes: {
		project_id: string;
		pillar_id: string;
		area_id: string;
		from_wave_id: string;
		to_wave_id: string;
		code_id: string;
		coding_id: string;
		chosen_by: string;
		chosen_at: Time;
		shortened: string | null;
	};
};
