-- Named states of the codebook, so that a change over rounds is not mistaken for a changed codebook.
create table codebook_versions (
  id uuid primary key,
  project_id uuid not null references projects (id) on delete cascade,
  number int not null constraint codebook_versions_number check (number >= 1),
  name text not null constraint codebook_versions_named check (btrim(name) <> ''),
  note text not null default '',
  made_by uuid not null references users (id),
  made_at timestamptz not null,
  -- the codes with their definitions; never changed, see the trigger
  tree jsonb not null,
  constraint codebook_versions_in_order unique (project_id, number)
);
create unique index codebook_versions_unique on codebook_versions (project_id, lower(name));

create function codebook_versions_stay() returns trigger language plpgsql as $$
begin
  raise exception 'a codebook version never changes' using errcode = '23514', constraint = 'codebook_versions_stay';
end $$;
create trigger codebook_versions_stay before update on codebook_versions for each row
  when (old.tree is distinct from new.tree or old.made_at is distinct from new.made_at
    or old.made_by is distinct from new.made_by or old.number is distinct from new.number)
  execute function codebook_versions_stay();

create table codebook_version_waves (
  version_id uuid not null references codebook_versions (id) on delete cascade,
  wave_id uuid not null references waves (id) on delete cascade,
  primary key (version_id, wave_id)
);

-- That a code carries on what an older code stood for. A merge writes its own line, which goes when it is undone.
create table code_forerunners (
  code_id uuid not null references codes (id) on delete cascade,
  forerunner_id uuid not null references codes (id) on delete cascade,
  change_id uuid references code_changes (id) on delete cascade,
  made_by uuid not null references users (id),
  made_at timestamptz not null,
  primary key (code_id, forerunner_id),
  constraint code_forerunners_not_itself check (code_id <> forerunner_id)
);
create index code_forerunners_forerunner on code_forerunners (forerunner_id);

insert into code_forerunners (code_id, forerunner_id, change_id, made_by, made_at)
  select (way_back ->> 'intoCodeId')::uuid, (way_back ->> 'fromCodeId')::uuid, id, made_by, made_at
  from code_changes where kind = 'merge' and undone_at is null
  on conflict do nothing;
