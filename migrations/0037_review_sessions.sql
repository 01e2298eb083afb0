-- Sessions in which figures are laid before people who know the area: do they recognise them, and why may they be so?
create table review_sessions (
  id uuid primary key,
  project_id uuid not null references projects (id) on delete cascade,
  area_id uuid not null references areas (id),
  from_wave_id uuid not null references waves (id),
  to_wave_id uuid not null references waves (id),
  held_on text not null constraint review_sessions_day check (held_on ~ '^\d{4}-\d{2}-\d{2}$'),
  -- functions or groups, never names
  participants text not null default '',
  created_by uuid not null references users (id),
  created_at timestamptz not null
);
create index review_sessions_project on review_sessions (project_id, held_on desc, id desc);
create index review_sessions_area on review_sessions (area_id);

create table figure_recognitions (
  id uuid primary key,
  session_id uuid not null references review_sessions (id) on delete cascade,
  indicator_id uuid not null references indicators (id) on delete cascade,
  answer text not null constraint figure_recognitions_answer check (answer in ('yes', 'partly', 'no')),
  said_by text not null constraint figure_recognitions_said_by
    check (said_by in ('resident', 'professional', 'municipality', 'researcher')),
  remark text not null default '',
  created_by uuid not null references users (id),
  created_at timestamptz not null
);
create index figure_recognitions_session on figure_recognitions (session_id);

alter table explanations
  add column counter_evidence text not null default '',
  add column strength text not null default 'one'
    constraint explanations_strength check (strength in ('one', 'several', 'supported')),
  add column session_id uuid references review_sessions (id) on delete set null;
