-- What a merge of codes did, so that it can be taken back in one step: ids and places only, no words of anyone.
create table code_changes (
  id uuid primary key,
  project_id uuid not null references projects (id) on delete cascade,
  kind text not null constraint code_changes_kind check (kind in ('merge')),
  made_by uuid not null references users (id),
  made_at timestamptz not null,
  way_back jsonb not null,
  undone_at timestamptz
);
create index code_changes_project on code_changes (project_id, made_at desc);
