-- Deeper analyses of data that others collected (school careers): what a study rests on, its tables, what it found.
alter table studies
  add column institute text not null default '',
  add column period text not null default '',
  add column method text not null default '',
  add column n int constraint studies_n check (n >= 0),
  add column remark text not null default '',
  add column version int not null default 1;

create table study_tables (
  id uuid primary key,
  study_id uuid not null references studies (id) on delete cascade,
  caption text not null constraint study_tables_caption check (btrim(caption) <> ''),
  note text not null default '',
  -- the names of the columns, and the rows as text, numbers and nulls
  columns jsonb not null,
  rows jsonb not null,
  -- the first column names the rows
  row_headers boolean not null,
  version int not null default 1,
  created_by uuid not null references users (id),
  created_at timestamptz not null,
  changed_at timestamptz not null
);
create index study_tables_study on study_tables (study_id, created_at, id);

create table study_findings (
  id uuid primary key,
  study_id uuid not null references studies (id) on delete cascade,
  text text not null constraint study_findings_text check (btrim(text) <> ''),
  direction text not null constraint study_findings_direction
    check (direction in ('forward', 'backward', 'no-change', 'not-applicable')),
  version int not null default 1,
  created_by uuid not null references users (id),
  created_at timestamptz not null,
  changed_at timestamptz not null
);
create index study_findings_study on study_findings (study_id, created_at, id);

-- What a table or a finding is about: one thing a row. Without a row of a kind it is about all of that kind.
create table study_links (
  table_id uuid references study_tables (id) on delete cascade,
  finding_id uuid references study_findings (id) on delete cascade,
  pillar_id uuid references pillars (id),
  indicator_id uuid references indicators (id),
  area_id uuid references areas (id),
  wave_id uuid references waves (id),
  constraint study_links_owner check (num_nonnulls(table_id, finding_id) = 1),
  constraint study_links_about check (num_nonnulls(pillar_id, indicator_id, area_id, wave_id) = 1)
);
create index study_links_table on study_links (table_id);
create index study_links_finding on study_links (finding_id);
