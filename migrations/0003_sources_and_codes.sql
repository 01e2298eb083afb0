-- Transcripts with their versions, the codebook, and codings: the work of interviewers and coders.
create table sources (
  id uuid primary key,
  project_id uuid not null references projects (id) on delete cascade,
  title text not null constraint sources_titled check (btrim(title) <> ''),
  kind text not null constraint sources_kind check (kind in ('transcript', 'note', 'file')),
  area_id uuid not null references areas (id),
  wave_id uuid not null references waves (id),
  study_id uuid references studies (id),
  "group" text not null constraint sources_group check ("group" in ('resident', 'professional')),
  conducted_on text constraint sources_conducted_on check (conducted_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  language text not null default 'nl',
  status text not null constraint sources_status check
    (status in ('uploaded', 'speakers', 'pseudonymising', 'attributes', 'handed-over', 'released', 'restricted')),
  version int not null constraint sources_version check (version >= 1),
  characters int not null,
  format text not null,
  quotes_allowed boolean not null default true,
  uploaded_by uuid not null references users (id),
  uploaded_at timestamptz not null,
  deleted_at timestamptz
);
create unique index sources_unique on sources (project_id, lower(title)) where deleted_at is null;
create index sources_area on sources (project_id, area_id, wave_id);

-- A text version never changes; a correction makes the next one.
create table source_versions (
  source_id uuid not null references sources (id) on delete cascade,
  version int not null,
  text text not null,
  sha256 text not null,
  created_by uuid not null references users (id),
  created_at timestamptz not null,
  primary key (source_id, version)
);

create table speakers (
  id uuid primary key,
  source_id uuid not null references sources (id) on delete cascade,
  label text not null,
  role text not null constraint speakers_role check (role in ('interviewer', 'respondent', 'interpreter', 'other')),
  place int not null default 0,
  constraint speakers_unique unique (source_id, label)
);

create table turns (
  source_id uuid not null,
  version int not null,
  ordinal int not null,
  start_position int not null,
  end_position int not null,
  speaker_id uuid references speakers (id),
  start_ms int,
  end_ms int,
  primary key (source_id, version, ordinal),
  foreign key (source_id, version) references source_versions (source_id, version) on delete cascade,
  constraint turns_not_empty check (0 <= start_position and start_position < end_position)
);

create table codes (
  id uuid primary key,
  project_id uuid not null references projects (id) on delete cascade,
  parent_id uuid references codes (id),
  name text not null constraint codes_named check (btrim(name) <> ''),
  definition text not null default '',
  include text not null default '',
  exclude text not null default '',
  example text not null default '',
  synonyms text[] not null default '{}',
  color int constraint codes_color check (color between 0 and 11),
  is_codable boolean not null default true,
  -- false: the pillars of the code above it count
  has_own_pillars boolean not null default false,
  place int not null default 0,
  created_by uuid not null references users (id),
  created_at timestamptz not null,
  deleted_at timestamptz,
  -- codes deleted in one step come back in one step
  deletion_id uuid,
  constraint codes_not_own_parent check (parent_id is distinct from id)
);
create unique index codes_unique on codes (project_id, coalesce(parent_id, '00000000-0000-0000-0000-000000000000'), lower(name))
  where deleted_at is null;

-- Each code with all codes above it and itself, so that "with everything below" is one join. Kept by the triggers below.
create table code_ancestors (
  code_id uuid not null references codes (id) on delete cascade,
  ancestor_id uuid not null references codes (id) on delete cascade,
  primary key (ancestor_id, code_id)
);
create index code_ancestors_code on code_ancestors (code_id);

create function codes_enter_tree() returns trigger language plpgsql as $$
begin
  insert into code_ancestors (code_id, ancestor_id)
    select new.id, ancestor_id from code_ancestors where code_id = new.parent_id
    union all select new.id, new.id;
  return null;
end $$;
create trigger codes_enter_tree after insert on codes for each row execute function codes_enter_tree();

create function codes_move_in_tree() returns trigger language plpgsql as $$
begin
  if exists (select from code_ancestors where code_id = new.parent_id and ancestor_id = new.id) then
    raise exception 'code below itself' using errcode = '23514', constraint = 'codes_no_cycle';
  end if;
  delete from code_ancestors a using code_ancestors below
    where below.ancestor_id = new.id and a.code_id = below.code_id
      and a.ancestor_id in (select ancestor_id from code_ancestors where code_id = new.id and ancestor_id <> new.id);
  insert into code_ancestors (code_id, ancestor_id)
    select below.code_id, above.ancestor_id
    from code_ancestors below, code_ancestors above
    where below.ancestor_id = new.id and above.code_id = new.parent_id;
  return null;
end $$;
create trigger codes_move_in_tree after update of parent_id on codes for each row
  when (old.parent_id is distinct from new.parent_id) execute function codes_move_in_tree();

create table code_pillars (
  code_id uuid not null references codes (id) on delete cascade,
  pillar_id uuid not null references pillars (id) on delete cascade,
  primary key (code_id, pillar_id)
);

create table code_indicators (
  code_id uuid not null references codes (id) on delete cascade,
  indicator_id uuid not null references indicators (id) on delete cascade,
  relation text not null constraint code_indicators_relation check (relation in ('same-topic', 'cause', 'effect', 'context')),
  primary key (code_id, indicator_id)
);

-- Who codes an interview blind, for comparison; everyone else works in the shared layer.
create table second_coders (
  source_id uuid not null references sources (id) on delete cascade,
  user_id uuid not null references users (id) on delete cascade,
  primary key (source_id, user_id)
);

-- A coding keeps the words it was made on, so that a drift of positions can be seen.
create table codings (
  id uuid primary key,
  project_id uuid not null references projects (id) on delete cascade,
  source_id uuid not null references sources (id) on delete cascade,
  version int not null,
  start_position int not null,
  end_position int not null,
  quote text not null,
  prefix text not null,
  suffix text not null,
  code_id uuid not null references codes (id),
  coder_id uuid not null references users (id),
  change text constraint codings_change check (change in ('forward', 'backward')),
  level text constraint codings_level check (level in ('good', 'improve')),
  memo text not null default '',
  is_important boolean not null default false,
  layer text not null default 'shared' constraint codings_layer check (layer in ('shared', 'second')),
  coded_at timestamptz not null,
  changed_at timestamptz not null,
  deleted_at timestamptz,
  deletion_id uuid,
  constraint codings_not_empty check (0 <= start_position and start_position < end_position),
  foreign key (source_id, version) references source_versions (source_id, version)
);
create unique index codings_unique on codings (source_id, start_position, end_position, code_id, coder_id) where deleted_at is null;
create index codings_source on codings (source_id, start_position) include (end_position, code_id, coder_id) where deleted_at is null;
create index codings_code on codings (code_id, source_id, start_position) include (end_position, coder_id) where deleted_at is null;
create index codings_coder on codings (coder_id, coded_at) where deleted_at is null;

-- How many codings of the shared layer each code has in each source: counts without reading codings.
create table coding_counts (
  code_id uuid not null references codes (id) on delete cascade,
  source_id uuid not null references sources (id) on delete cascade,
  codings int not null constraint coding_counts_not_negative check (codings >= 0),
  primary key (code_id, source_id)
);
create index coding_counts_source on coding_counts (source_id);

create function codings_count() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' and old.deleted_at is null and old.layer = 'shared' then
    update coding_counts set codings = codings - 1 where code_id = old.code_id and source_id = old.source_id;
  end if;
  if tg_op <> 'DELETE' and new.deleted_at is null and new.layer = 'shared' then
    insert into coding_counts (code_id, source_id, codings) values (new.code_id, new.source_id, 1)
      on conflict (code_id, source_id) do update set codings = coding_counts.codings + 1;
  end if;
  return null;
end $$;
create trigger codings_count after insert or delete or update of code_id, layer, deleted_at on codings
  for each row execute function codings_count();
