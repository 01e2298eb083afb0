-- Where figures came from, and what became of each: who changed a value when, by which import, from what into what.
create table figure_sources (
  id uuid primary key,
  project_id uuid not null references projects (id) on delete cascade,
  name text not null constraint figure_sources_named check (btrim(name) <> ''),
  -- of the names of the columns, without years: by it the next file of this source is known
  layout text not null,
  changed_by uuid not null references users (id),
  changed_at timestamptz not null
);
create unique index figure_sources_unique on figure_sources (project_id, lower(name));

-- Which indicator a column of a source holds; null = the column is not read.
create table figure_source_columns (
  figure_source_id uuid not null references figure_sources (id) on delete cascade,
  column_name text not null,
  indicator_id uuid references indicators (id) on delete cascade,
  primary key (figure_source_id, column_name)
);

create table figure_imports (
  id uuid primary key,
  project_id uuid not null references projects (id) on delete cascade,
  source_name text not null,
  added int not null constraint figure_imports_added check (added >= 0),
  changed int not null constraint figure_imports_changed check (changed >= 0),
  imported_by uuid not null references users (id),
  imported_at timestamptz not null,
  undone_by uuid references users (id),
  undone_at timestamptz,
  constraint figure_imports_undone check ((undone_by is null) = (undone_at is null))
);
create index figure_imports_project on figure_imports (project_id, imported_at desc, id desc);

create table observation_changes (
  -- in the order in which they were made
  id int generated always as identity primary key,
  project_id uuid not null references projects (id) on delete cascade,
  indicator_id uuid not null references indicators (id) on delete cascade,
  area_id uuid not null references areas (id) on delete cascade,
  wave_id uuid not null references waves (id) on delete cascade,
  -- null = there was no value before, or there is none after
  before jsonb,
  after jsonb,
  import_id uuid references figure_imports (id) on delete cascade,
  -- the import was taken back
  is_undo boolean not null default false,
  changed_by uuid not null references users (id),
  changed_at timestamptz not null,
  constraint observation_changes_something check (before is not null or after is not null),
  constraint observation_changes_undo check (not is_undo or import_id is not null)
);
create index observation_changes_cell on observation_changes (indicator_id, area_id, id desc);
create index observation_changes_import on observation_changes (import_id) where import_id is not null;
