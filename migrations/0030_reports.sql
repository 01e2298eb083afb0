-- What is written about the areas from one round to another, with blocks that lean on quotes and figures.
create table reports (
  id uuid primary key,
  project_id uuid not null references projects (id) on delete cascade,
  title text not null,
  kind text not null constraint reports_kind check (kind in ('final', 'factsheet')),
  from_wave_id uuid not null references waves (id),
  to_wave_id uuid not null references waves (id),
  language text not null constraint reports_language check (language in ('nl', 'en')),
  created_by uuid not null references users (id),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  version int not null constraint reports_version check (version >= 1),
  deleted_at timestamptz
);
create index reports_project on reports (project_id, created_at desc, id desc) where deleted_at is null;

create table report_areas (
  report_id uuid not null references reports (id) on delete cascade,
  area_id uuid not null references areas (id),
  place int not null,
  primary key (report_id, area_id)
);
create index report_areas_area on report_areas (area_id);

create table report_sections (
  report_id uuid not null references reports (id) on delete cascade,
  pillar_id uuid not null references pillars (id),
  area_id uuid not null references areas (id),
  slot text not null constraint report_sections_slot
    check (slot in ('message', 'figures', 'residents', 'professionals', 'explanations', 'attention')),
  body jsonb not null,
  version int not null constraint report_sections_version check (version >= 1),
  changed_by uuid not null references users (id),
  changed_at timestamptz not null,
  primary key (report_id, pillar_id, area_id, slot)
);

-- What a block said when it was placed. A block that is not in a text any more stays: an undo may bring it back. The
-- words of a quote go with their coding, so that a withdrawal takes them out of every report.
create table report_blocks (
  id uuid primary key,
  report_id uuid not null references reports (id) on delete cascade,
  pillar_id uuid not null references pillars (id),
  area_id uuid not null references areas (id),
  kind text not null constraint report_blocks_kind check (kind in ('quote', 'figure', 'count', 'display', 'table')),
  coding_id uuid references codings (id) on delete cascade,
  indicator_id uuid references indicators (id) on delete set null,
  code_id uuid references codes (id) on delete set null,
  counted_group text constraint report_blocks_group check (counted_group in ('together', 'resident', 'professional')),
  counted_saying text constraint report_blocks_saying
    check (counted_saying in ('mentions', 'forward', 'backward', 'improve', 'good')),
  shortened text,
  said jsonb not null,
  fingerprint text not null,
  said_by uuid not null references users (id),
  said_at timestamptz not null,
  kept_fingerprint text,
  kept_reason text,
  kept_by uuid references users (id),
  kept_at timestamptz,
  constraint report_blocks_quote check ((coding_id is not null) = (kind = 'quote')),
  constraint report_blocks_count check (
    (counted_group is not null) = (kind = 'count') and (counted_saying is not null) = (kind = 'count')),
  constraint report_blocks_kept check (num_nulls(kept_fingerprint, kept_reason, kept_by, kept_at) in (0, 4))
);
create index report_blocks_report on report_blocks (report_id);
create index report_blocks_coding on report_blocks (coding_id) where coding_id is not null;
