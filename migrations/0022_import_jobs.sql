-- Files that were handed in together and are taken in one by one in the background, also after a restart.
create table source_imports (
  id uuid primary key,
  project_id uuid not null references projects (id) on delete cascade,
  -- where the sources belong: area, wave, group and so on
  place jsonb not null,
  made_by uuid not null references users (id),
  made_at timestamptz not null,
  -- where the request came from, for the log
  origin text
);
create index source_imports_maker on source_imports (project_id, made_by, id desc);

-- What was sent. A file goes as soon as nothing waits for it any more.
create table source_import_files (
  id uuid primary key,
  import_id uuid not null references source_imports (id) on delete cascade,
  bytes bytea not null
);
create index source_import_files_import on source_import_files (import_id);

-- One row per file that may become a source; a zip gives as many as it holds.
create table import_jobs (
  id uuid primary key,
  import_id uuid not null references source_imports (id) on delete cascade,
  file_id uuid references source_import_files (id) on delete set null,
  place int not null,
  name text not null,
  -- its name in the zip; null = the file itself
  part text,
  title text not null,
  state text not null,
  tries int not null default 0,
  claimed_at timestamptz,
  source_id uuid references sources (id) on delete set null,
  -- what was left out, or why it was refused
  told jsonb not null default '[]',
  constraint import_jobs_place unique (import_id, place),
  constraint import_jobs_state check (state in ('waiting', 'reading', 'stored', 'refused', 'cancelled'))
);
create index import_jobs_open on import_jobs (place, import_id) where state in ('waiting', 'reading');
create index import_jobs_file on import_jobs (file_id);
create index import_jobs_source on import_jobs (source_id);
