-- Pseudonyms: what people decided about words that may point to a person, and the key to those words, sealed. No table
-- here holds such words in clear; the key that opens them is made from a secret outside the database.
alter table memberships drop constraint memberships_role;
alter table memberships add constraint memberships_role
  check (role in ('administrator', 'interviewer', 'coder', 'codebook-manager', 'author', 'reader', 'key-holder'));

create table pseudonym_settings (
  project_id uuid primary key references projects (id) on delete cascade,
  -- words that are never a person: names of places and of well-known partners
  allowed text[] not null default '{}',
  organisations text[] not null default '{}',
  functions text[] not null default '{}',
  second_reader text not null default 'none' constraint pseudonym_settings_second_reader
    check (second_reader in ('none', 'sample', 'all')),
  sample_percent int not null default 20 constraint pseudonym_settings_sample check (sample_percent between 1 and 100),
  numbering text not null default 'interview' constraint pseudonym_settings_numbering
    check (numbering in ('interview', 'project'))
);

-- What someone decided about all words that point to the same person or thing. The group is known by a fingerprint that
-- only the installation's secret can make, single hits by their place.
create table pseudonym_decisions (
  source_id uuid not null references sources (id) on delete cascade,
  group_id text not null,
  kind text not null,
  decision text not null constraint pseudonym_decisions_decision check (decision in ('accepted', 'rejected')),
  -- null = all hits of the group; else only these, as [start, end) in code points over text_version
  hits jsonb,
  text_version int not null,
  -- chosen by a person, found by no rule
  is_own boolean not null default false,
  placeholder text,
  -- the group that names the same person or thing; its placeholder counts
  merged_into text,
  -- the version in which the words were replaced; null = not yet
  replaced_in int,
  decided_by uuid not null references users (id),
  decided_at timestamptz not null,
  primary key (source_id, group_id),
  constraint pseudonym_decisions_placeholder check ((decision = 'accepted') = (placeholder is not null)),
  constraint pseudonym_decisions_not_itself check (merged_into is distinct from group_id)
);
create index pseudonym_decisions_group on pseudonym_decisions (group_id);

-- How far the pseudonymising of a source is, and whether a second reader looked at it.
create table pseudonym_work (
  source_id uuid primary key references sources (id) on delete cascade,
  read_turns int[] not null default '{}',
  done_version int,
  done_by uuid references users (id),
  done_at timestamptz,
  check_outcome text constraint pseudonym_work_outcome check (check_outcome in ('confirmed', 'sent-back')),
  check_note text not null default '',
  checked_by uuid references users (id),
  checked_at timestamptz,
  constraint pseudonym_work_done check ((done_by is null) = (done_at is null) and (done_by is null) = (done_version is null)),
  constraint pseudonym_work_other_reader check (checked_by is null or check_outcome <> 'confirmed' or checked_by <> done_by)
);

-- Placeholder -> original words, AES-256-GCM. The source, the placeholder and the id are bound to the sealed words, so
-- that a row that was changed or moved cannot be opened.
create table pseudonym_keys (
  id uuid primary key,
  source_id uuid not null references sources (id) on delete cascade,
  kind text not null,
  placeholder text not null,
  key_version text not null,
  nonce text not null,
  sealed text not null,
  made_by uuid not null references users (id),
  made_at timestamptz not null
);
create index pseudonym_keys_source on pseudonym_keys (source_id);

-- Who opened or destroyed a key, and why. Nothing in it is changed afterwards.
create table key_openings (
  id uuid primary key,
  source_id uuid not null references sources (id) on delete cascade,
  act text not null constraint key_openings_act check (act in ('opened', 'destroyed')),
  reason text not null constraint key_openings_reason check (btrim(reason) <> ''),
  entries int not null,
  opened_by uuid not null references users (id),
  opened_at timestamptz not null
);
create index key_openings_source on key_openings (source_id, opened_at);

create function key_openings_stay() returns trigger language plpgsql as $$
begin
  raise exception 'a line about a key does not change' using errcode = '23514', constraint = 'key_openings_stay';
end $$;
create trigger key_openings_stay before update on key_openings for each row execute function key_openings_stay();

-- How often what was replaced in which version, apart from the text and without its words.
create table pseudonym_replacements (
  source_id uuid not null references sources (id) on delete cascade,
  version int not null,
  kind text not null,
  placeholder text not null,
  hits int not null,
  replaced_by uuid not null references users (id),
  replaced_at timestamptz not null,
  primary key (source_id, version, kind, placeholder)
);

-- A name that was found later: hidden in the text at once, its words sealed here until somebody settles it.
create table leftover_names (
  id uuid primary key,
  source_id uuid not null references sources (id) on delete cascade,
  text_version int not null,
  start_position int not null,
  end_position int not null,
  key_version text,
  nonce text,
  sealed text,
  state text not null default 'open' constraint leftover_names_state
    check (state in ('open', 'replaced', 'rejected', 'removed')),
  reported_by uuid not null references users (id),
  reported_at timestamptz not null,
  settled_by uuid references users (id),
  settled_at timestamptz,
  constraint leftover_names_not_empty check (0 <= start_position and start_position < end_position),
  -- words are kept only as long as somebody has to decide on them
  constraint leftover_names_sealed check ((state = 'open') = (sealed is not null)),
  foreign key (source_id, text_version) references source_versions (source_id, version)
);
create index leftover_names_source on leftover_names (source_id) where state = 'open';

-- A text from before its pseudonyms is sealed as the key is; its version keeps the checksum, and no words.
alter table source_versions add column sealed_at timestamptz;
create table source_originals (
  source_id uuid not null,
  version int not null,
  key_version text not null,
  nonce text not null,
  sealed text not null,
  primary key (source_id, version),
  foreign key (source_id, version) references source_versions (source_id, version) on delete cascade
);
