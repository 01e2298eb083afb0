-- What a decision was made on, who read it after, what a silence asks somebody to do, and which codes are the network.
alter table decisions add column basis jsonb;

-- A second researcher confirms a decision or differs; nothing is overwritten, the last answer of each person counts.
create table second_readings (
  id uuid primary key,
  project_id uuid not null references projects (id) on delete cascade,
  decision_id uuid not null references decisions (id) on delete cascade,
  answer text not null constraint second_readings_answer check (answer in ('confirms', 'differs')),
  fit text constraint second_readings_fit check
    (fit in ('confirms', 'partly-confirms', 'expands', 'contradicts', 'figures-only', 'voices-only')),
  reason text not null default '',
  read_by uuid not null references users (id),
  read_at timestamptz not null,
  constraint second_readings_difference check ((answer = 'differs') = (fit is not null) and (answer = 'confirms' or btrim(reason) <> ''))
);
create index second_readings_decision on second_readings (decision_id);

-- A figure that no voice speaks of, or a theme without a figure, that somebody is asked to do something about.
create table silence_tasks (
  id uuid primary key,
  project_id uuid not null references projects (id) on delete cascade,
  pillar_id uuid not null references pillars (id) on delete cascade,
  area_id uuid not null references areas (id) on delete cascade,
  from_wave_id uuid not null references waves (id) on delete cascade,
  to_wave_id uuid not null references waves (id) on delete cascade,
  indicator_id uuid references indicators (id) on delete cascade,
  code_id uuid references codes (id) on delete cascade,
  user_id uuid not null references users (id),
  due_on text constraint silence_tasks_due_on check (due_on ~ '^\d{4}-\d{2}-\d{2}$'),
  remark text not null default '',
  given_by uuid not null references users (id),
  given_at timestamptz not null,
  done_by uuid references users (id),
  done_at timestamptz,
  constraint silence_tasks_one_thing check (num_nonnulls(indicator_id, code_id) = 1),
  constraint silence_tasks_done check ((done_by is null) = (done_at is null))
);
create index silence_tasks_display on silence_tasks (project_id, area_id, pillar_id);
create index silence_tasks_person on silence_tasks (user_id);

-- Empty = the first group of codes under no pillar, as long as nobody chose.
alter table projects add column network_group_ids uuid[] not null default '{}';
