-- How long things are kept that name people: files as they were handed in, keys, and texts from before their
-- pseudonyms; and that they were destroyed, by whom, without what was in them.
alter table projects
  -- days after the release of an interview; 0 = a file is not kept once it was read
  add column original_days int not null default 30
    constraint projects_original_days check (original_days between 0 and 3650),
  -- the day after which keys and sealed texts have to go; null = none was set
  add column keys_until text
    constraint projects_keys_until check (keys_until ~ '^\d{4}-\d{2}-\d{2}$');

alter table sources add column released_at timestamptz;
update sources set released_at = (
  select max(at) from audit_events where action = 'source.released' and object_id = sources.id::text
);

-- The file an interview came from, AES-256-GCM. Its name is sealed with it, since a name of a file can name somebody.
create table source_uploads (
  source_id uuid primary key references sources (id) on delete cascade,
  -- bsn: never kept, since a citizen service number stood in it
  state text not null constraint source_uploads_state check (state in ('kept', 'destroyed', 'bsn')),
  format text not null,
  bytes int not null,
  sha256 text not null,
  key_version text,
  nonce text,
  sealed bytea,
  uploaded_by uuid not null references users (id),
  uploaded_at timestamptz not null,
  destroyed_at timestamptz,
  constraint source_uploads_sealed check (
    (state = 'kept') = (sealed is not null and nonce is not null and key_version is not null)
  ),
  constraint source_uploads_destroyed check ((state = 'destroyed') = (destroyed_at is not null))
);

-- Files that wait to be read are sealed too; null = one that waited already.
alter table source_import_files add column key_version text, add column nonce text;

-- What was destroyed, or is going to be when a second person agrees. It outlives what it tells about, so it refers to
-- the interview by its id only. Once decided, nothing in it changes.
create table destructions (
  id uuid primary key,
  project_id uuid not null references projects (id) on delete cascade,
  source_id uuid not null,
  kind text not null constraint destructions_kind check (kind in ('original', 'key', 'interview')),
  why text not null constraint destructions_why check (why in ('term', 'hand', 'deletion', 'withdrawal')),
  reason text not null default '',
  state text not null constraint destructions_state check (state in ('proposed', 'done', 'declined')),
  -- how much it was: lines of a key, sealed texts, bytes of a file
  key_entries int not null default 0,
  versions int not null default 0,
  bytes int not null default 0,
  -- null = the term itself
  proposed_by uuid references users (id),
  proposed_at timestamptz not null,
  decided_by uuid references users (id),
  decided_at timestamptz,
  constraint destructions_decided check ((state = 'proposed') = (decided_at is null)),
  -- a key goes only when two people say so
  constraint destructions_two_people check (
    kind <> 'key' or state <> 'done' or why <> 'hand'
    or (proposed_by is not null and decided_by is not null and proposed_by <> decided_by)
  )
);
create index destructions_project on destructions (project_id, decided_at);
create unique index destructions_one_open on destructions (source_id, kind) where state = 'proposed';

create function destructions_stay() returns trigger language plpgsql as $$
begin
  raise exception 'what was destroyed stays written down' using errcode = '23514', constraint = 'destructions_stay';
end $$;
create trigger destructions_stay before update on destructions for each row when (old.state <> 'proposed')
  execute function destructions_stay();

-- Opening a file or a sealed text is written down as opening the key is; a sealed text stays open until a moment.
alter table key_openings drop constraint key_openings_act;
alter table key_openings
  add constraint key_openings_act check (act in ('opened', 'destroyed', 'original-opened', 'version-opened')),
  add column version int,
  add column open_until timestamptz,
  add constraint key_openings_version check (
    (act = 'version-opened') = (version is not null and open_until is not null)
  );
