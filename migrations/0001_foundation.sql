-- People, projects and rights: who may come in, and what each may do where.
create table users (
  id uuid primary key,
  email text not null,
  name text not null,
  password_hash text not null,
  -- may make new projects and invite people to the whole installation
  is_administrator boolean not null default false,
  locale text not null default 'nl' constraint users_locale check (locale in ('nl', 'en')),
  disabled_at timestamptz,
  created_at timestamptz not null
);
create unique index users_email on users (lower(email));

-- The id is the SHA-256 of what the browser holds, so that a copy of this table opens no door.
create table sessions (
  id text primary key constraint sessions_hashed check (id ~ '^[0-9a-f]{64}$'),
  user_id uuid not null references users (id) on delete cascade,
  expires_at timestamptz not null,
  ends_at timestamptz not null
);
create index sessions_user on sessions (user_id);

create table access_tokens (
  id uuid primary key,
  user_id uuid not null references users (id) on delete cascade,
  project_id uuid,
  name text not null,
  token_hash text not null constraint access_tokens_hashed check (token_hash ~ '^[0-9a-f]{64}$'),
  scope text not null constraint access_tokens_scope check (scope in ('read', 'write')),
  expires_at timestamptz not null,
  created_at timestamptz not null
);
create unique index access_tokens_hash on access_tokens (token_hash);
create index access_tokens_user on access_tokens (user_id);

-- The one-time link of a first start, printed on the terminal; only its hash is kept.
create table setup_links (
  token_hash text primary key constraint setup_links_hashed check (token_hash ~ '^[0-9a-f]{64}$'),
  created_at timestamptz not null
);

-- An invitation of a new member: a one-time link with which that person chooses a password.
create table invitations (
  token_hash text primary key constraint invitations_hashed check (token_hash ~ '^[0-9a-f]{64}$'),
  user_id uuid not null references users (id) on delete cascade,
  expires_at timestamptz not null,
  created_at timestamptz not null
);

-- Attempts to sign in or set up, per origin and per account, so that guessing is slow on every process.
create table throttles (
  key text primary key,
  attempts int not null,
  window_started_at timestamptz not null
);

create table projects (
  id uuid primary key,
  name text not null constraint projects_named check (btrim(name) <> ''),
  language text not null default 'nl',
  is_fictional boolean not null default false,
  comparison_area_id uuid,
  include_earlier_waves boolean not null default false,
  small_cell int not null default 3 constraint projects_small_cell check (small_cell >= 1),
  created_by uuid not null references users (id),
  created_at timestamptz not null,
  deleted_at timestamptz
);
alter table access_tokens add constraint access_tokens_project foreign key (project_id) references projects (id) on delete cascade;

create table memberships (
  id uuid primary key,
  project_id uuid not null references projects (id) on delete cascade,
  user_id uuid not null references users (id) on delete cascade,
  role text not null constraint memberships_role
    check (role in ('administrator', 'interviewer', 'coder', 'codebook-manager', 'author', 'reader')),
  -- false: only in the areas of membership_areas
  in_all_areas boolean not null default true,
  created_at timestamptz not null,
  constraint memberships_unique unique (project_id, user_id, role)
);
create index memberships_user on memberships (user_id);

-- Who did or read what; each line holds the hash of the line before it, so that a change shows.
create table audit_events (
  sequence bigint primary key,
  project_id uuid,
  actor_id uuid,
  action text not null,
  object_kind text not null,
  object_id text,
  at timestamptz not null,
  origin text,
  result text not null default 'done',
  previous_hash text not null,
  hash text not null constraint audit_events_hash unique
);
create index audit_events_project on audit_events (project_id, sequence);
