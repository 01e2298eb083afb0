-- A report is kept as it was at a moment, under a name or by itself, so that a text can be laid beside it and put back.
create table report_versions (
  id uuid primary key,
  report_id uuid not null references reports (id) on delete cascade,
  number int not null constraint report_versions_number check (number >= 1),
  kind text not null constraint report_versions_kind check (kind in ('named', 'earlier', 'export', 'return')),
  name text not null default '',
  reason text not null default '',
  -- of the report, as it was called then
  title text not null,
  made_by uuid not null references users (id),
  made_at timestamptz not null,
  constraint report_versions_named check ((kind = 'named') = (btrim(name) <> '')),
  constraint report_versions_in_order unique (report_id, number)
);

create table report_version_sections (
  version_id uuid not null references report_versions (id) on delete cascade,
  pillar_id uuid not null references pillars (id),
  area_id uuid not null references areas (id),
  slot text not null,
  body jsonb not null,
  changed_by uuid not null references users (id),
  changed_at timestamptz not null,
  primary key (version_id, pillar_id, area_id, slot)
);
create index report_version_sections_pillar on report_version_sections (pillar_id);

create function report_versions_stay() returns trigger language plpgsql as $$
begin
  raise exception 'a version of a report never changes' using errcode = '23514', constraint = 'report_versions_stay';
end $$;
create trigger report_versions_stay before update on report_versions
  for each row execute function report_versions_stay();
create trigger report_version_sections_stay before update on report_version_sections
  for each row execute function report_versions_stay();

-- What the blocks in those texts said then. What a block shows does not change and stands with the block: when a coding
-- goes, its words go out of every version too. A name that is replaced later is replaced here as well.
create table report_version_blocks (
  version_id uuid not null references report_versions (id) on delete cascade,
  block_id uuid not null references report_blocks (id) on delete cascade,
  shortened text,
  said jsonb not null,
  fingerprint text not null,
  said_by uuid not null references users (id),
  said_at timestamptz not null,
  kept_fingerprint text,
  kept_reason text,
  kept_by uuid references users (id),
  kept_at timestamptz,
  primary key (version_id, block_id),
  constraint report_version_blocks_kept check (num_nulls(kept_fingerprint, kept_reason, kept_by, kept_at) in (0, 4))
);
create index report_version_blocks_block on report_version_blocks (block_id);
