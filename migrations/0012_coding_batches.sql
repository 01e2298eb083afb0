-- Codings that one person made in one step, from the hits of a search, so that they go and come back in one step.
create table coding_batches (
  id uuid primary key,
  project_id uuid not null references projects (id) on delete cascade,
  code_id uuid not null references codes (id),
  coder_id uuid not null references users (id),
  made_at timestamptz not null,
  coding_ids uuid[] not null constraint coding_batches_not_empty check (cardinality(coding_ids) > 0),
  -- set while the batch is taken back; the codings that went with it carry the same
  deletion_id uuid,
  removed_at timestamptz,
  constraint coding_batches_removed check ((deletion_id is null) = (removed_at is null))
);
create index coding_batches_coder on coding_batches (project_id, coder_id, made_at desc);
