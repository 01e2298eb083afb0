-- Codes that coders miss, each with the passage it is missed for, until who keeps the codebook decides.
create table code_proposals (
  id uuid primary key,
  project_id uuid not null references projects (id) on delete cascade,
  name text not null constraint code_proposals_named check (btrim(name) <> ''),
  parent_id uuid references codes (id) on delete set null,
  definition text not null default '',
  why text not null default '',
  -- the words are read from the text itself, so that they are nowhere else
  source_id uuid not null references sources (id) on delete cascade,
  text_version int not null,
  start_position int not null,
  end_position int not null,
  layer text not null constraint code_proposals_layer check (layer in ('shared', 'second')),
  proposer_id uuid not null references users (id),
  proposed_at timestamptz not null,
  state text not null default 'open' constraint code_proposals_state
    check (state in ('open', 'accepted', 'merged', 'declined', 'withdrawn')),
  decided_by uuid references users (id),
  decided_at timestamptz,
  reason text not null default '',
  code_id uuid references codes (id) on delete set null,
  coding_id uuid references codings (id) on delete set null,
  constraint code_proposals_not_empty check (0 <= start_position and start_position < end_position),
  constraint code_proposals_decided check
    ((decided_by is null) = (state = 'open') and (decided_at is null) = (state = 'open')),
  constraint code_proposals_reasoned check (state not in ('merged', 'declined') or btrim(reason) <> ''),
  constraint code_proposals_led_to check (code_id is null or state in ('accepted', 'merged'))
);
create index code_proposals_project on code_proposals (project_id, id desc);
create index code_proposals_source on code_proposals (source_id);
create index code_proposals_parent on code_proposals (parent_id) where parent_id is not null;
create index code_proposals_code on code_proposals (code_id) where code_id is not null;
create index code_proposals_coding on code_proposals (coding_id) where coding_id is not null;
