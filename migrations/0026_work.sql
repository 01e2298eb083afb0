-- Who is to do what on which source, how far each person has read, and what of the codebook a person has seen.
create table assignments (
  id uuid primary key,
  project_id uuid not null references projects (id) on delete cascade,
  source_id uuid not null references sources (id) on delete cascade,
  user_id uuid not null references users (id),
  task text not null constraint assignments_task check (task in ('prepare', 'code', 'second-read')),
  -- the same person as user_id: taken, not given
  given_by uuid not null references users (id),
  given_at timestamptz not null,
  due_on text constraint assignments_due_on check (due_on ~ '^\d{4}-\d{2}-\d{2}$'),
  -- said by who codes; whether the other tasks are done follows from the source
  done_at timestamptz,
  constraint assignments_unique unique (source_id, task, user_id)
);
create index assignments_person on assignments (project_id, user_id);

-- The turns of the present text that somebody read: numbers, half-open.
create table readings (
  source_id uuid not null references sources (id) on delete cascade,
  user_id uuid not null references users (id),
  version int not null,
  turns int4multirange not null default '{}',
  last_turn int not null,
  read_at timestamptz not null,
  primary key (source_id, user_id)
);
create index readings_person on readings (user_id, read_at desc);

-- Until when a person has seen what changed in the codebook.
create table work_visits (
  project_id uuid not null references projects (id) on delete cascade,
  user_id uuid not null references users (id),
  seen_until timestamptz not null,
  primary key (project_id, user_id)
);
