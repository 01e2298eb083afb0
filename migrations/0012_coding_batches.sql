-- Passages that one coder coded in one step; ids only, so that the step can be taken back and made again.
create table coding_batches (
  id uuid primary key,
  project_id uuid not null references projects (id) on delete cascade,
  code_id uuid not null references codes (id) on delete cascade,
  coder_id uuid not null references users (id),
  made_at timestamptz not null,
  -- when its codings were last put there; one that changed later is somebody's work and is left alone
  placed_at timestamptz not null,
  -- the step in which its codings went, while it is taken back
  deletion_id uuid
);
create index coding_batches_coder on coding_batches (project_id, coder_id, id desc);
create index coding_batches_code on coding_batches (code_id);

create table coding_batch_items (
  batch_id uuid not null references coding_batches (id) on delete cascade,
  coding_id uuid not null references codings (id) on delete cascade,
  primary key (batch_id, coding_id)
);
create index coding_batch_items_coding on coding_batch_items (coding_id);
