-- What was learnt in an area, for that area or for all of them. An author writes it; readers see what is published.
create table lessons (
  id uuid primary key,
  project_id uuid not null references projects (id) on delete cascade,
  area_id uuid not null references areas (id),
  -- the round it is about; a period can be said in words besides or instead
  wave_id uuid references waves (id),
  period text not null default '',
  title text not null,
  happened text not null,
  learnt text not null,
  audience text not null default '',
  -- what it rests on: a possible explanation, or the figures and voices of a pillar in its area
  explanation_id uuid references explanations (id) on delete set null,
  display_pillar_id uuid references pillars (id) on delete set null,
  state text not null constraint lessons_state check (state in ('draft', 'published')),
  -- readers of every area see it
  is_shared boolean not null default false,
  created_by uuid not null references users (id),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  version int not null constraint lessons_version check (version >= 1),
  archived_at timestamptz,
  constraint lessons_evidence check (explanation_id is null or display_pillar_id is null)
);
create index lessons_project on lessons (project_id, created_at desc, id desc);
create index lessons_area on lessons (area_id);
create index lessons_explanation on lessons (explanation_id) where explanation_id is not null;

create table lesson_pillars (
  lesson_id uuid not null references lessons (id) on delete cascade,
  pillar_id uuid not null references pillars (id),
  primary key (lesson_id, pillar_id)
);
create index lesson_pillars_pillar on lesson_pillars (pillar_id);
