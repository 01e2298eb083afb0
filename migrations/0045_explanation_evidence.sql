-- What speaks for and against a possible explanation, each with its place: a quote, a memo, a figure, something to read.
create table explanation_evidence (
  id uuid primary key,
  project_id uuid not null references projects (id) on delete cascade,
  explanation_id uuid not null references explanations (id) on delete cascade,
  -- in the order in which it was put down
  place int generated always as identity,
  kind text not null constraint explanation_evidence_kind check (kind in ('quote', 'memo', 'figure', 'literature')),
  side text not null constraint explanation_evidence_side check (side in ('supports', 'contradicts')),
  remark text not null default '',
  -- words of an interview go with their coding, so that a withdrawal takes them along
  coding_id uuid references codings (id) on delete cascade,
  memo_id uuid references memos (id) on delete cascade,
  indicator_id uuid references indicators (id) on delete cascade,
  area_id uuid references areas (id) on delete cascade,
  -- null = the figure of one round
  from_wave_id uuid references waves (id) on delete cascade,
  to_wave_id uuid references waves (id) on delete cascade,
  -- the values when the figure was put down: [{ waveId, value }]
  seen jsonb,
  reference text,
  url text,
  added_by uuid not null references users (id),
  added_at timestamptz not null,
  constraint explanation_evidence_one_thing check (case kind
    when 'quote' then coding_id is not null and num_nonnulls(memo_id, indicator_id, area_id, from_wave_id, to_wave_id, seen, reference, url) = 0
    when 'memo' then memo_id is not null and num_nonnulls(coding_id, indicator_id, area_id, from_wave_id, to_wave_id, seen, reference, url) = 0
    when 'figure' then num_nulls(indicator_id, area_id, to_wave_id, seen) = 0 and num_nonnulls(coding_id, memo_id, reference, url) = 0
    else btrim(reference) <> '' and num_nonnulls(coding_id, memo_id, indicator_id, area_id, from_wave_id, to_wave_id, seen) = 0 end)
);
create index explanation_evidence_explanation on explanation_evidence (explanation_id);
create index explanation_evidence_coding on explanation_evidence (coding_id) where coding_id is not null;
create index explanation_evidence_memo on explanation_evidence (memo_id) where memo_id is not null;
