-- What people make of figures and voices together: explanations, chosen quotes, and decisions with their history.
create table explanations (
  id uuid primary key,
  project_id uuid not null references projects (id) on delete cascade,
  indicator_id uuid not null references indicators (id) on delete cascade,
  area_id uuid not null references areas (id),
  from_wave_id uuid not null references waves (id),
  to_wave_id uuid not null references waves (id),
  kind text not null constraint explanations_kind check (kind in ('substantive', 'policy', 'national', 'method', 'unknown')),
  text text not null constraint explanations_not_empty check (btrim(text) <> ''),
  said_by text not null constraint explanations_said_by check (said_by in ('resident', 'professional', 'municipality', 'researcher')),
  evidence text not null default '',
  created_by uuid not null references users (id),
  created_at timestamptz not null
);
create index explanations_area on explanations (project_id, area_id);

create table recognitions (
  id uuid primary key,
  project_id uuid not null references projects (id) on delete cascade,
  explanation_id uuid not null references explanations (id) on delete cascade,
  answer text not null constraint recognitions_answer check (answer in ('yes', 'partly', 'no')),
  said_by text not null constraint recognitions_said_by check (said_by in ('resident', 'professional', 'municipality', 'researcher')),
  session text not null default '',
  created_by uuid not null references users (id),
  created_at timestamptz not null
);
create index recognitions_explanation on recognitions (explanation_id);

-- A row of a joint display: a theme in an area between two waves. Decisions are never overwritten; the last one counts.
create table decisions (
  id uuid primary key,
  project_id uuid not null references projects (id) on delete cascade,
  pillar_id uuid not null references pillars (id),
  area_id uuid not null references areas (id),
  from_wave_id uuid not null references waves (id),
  to_wave_id uuid not null references waves (id),
  code_id uuid not null references codes (id),
  fit text not null constraint decisions_fit check
    (fit in ('confirms', 'partly-confirms', 'expands', 'contradicts', 'figures-only', 'voices-only')),
  proposal text constraint decisions_proposal check
    (proposal in ('confirms', 'partly-confirms', 'expands', 'contradicts', 'figures-only', 'voices-only')),
  reason text not null default '',
  meta_inference text not null default '',
  without_explanation boolean not null default false,
  data_fingerprint text not null,
  decided_by uuid not null references users (id),
  decided_at timestamptz not null
);
create index decisions_row on decisions (project_id, area_id, pillar_id, from_wave_id, to_wave_id, code_id, decided_at desc);

-- Quotes a person chose for a row of a joint display; never chosen automatically.
create table chosen_quotes (
  project_id uuid not null references projects (id) on delete cascade,
  pillar_id uuid not null references pillars (id),
  area_id uuid not null references areas (id),
  from_wave_id uuid not null references waves (id),
  to_wave_id uuid not null references waves (id),
  code_id uuid not null references codes (id),
  coding_id uuid not null references codings (id) on delete cascade,
  chosen_by uuid not null references users (id),
  chosen_at timestamptz not null,
  primary key (area_id, pillar_id, from_wave_id, to_wave_id, code_id, coding_id)
);
