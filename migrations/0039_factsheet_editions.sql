-- A factsheet as it was published: an edition stays what it was, whatever changes later. The words of its quotes stand
-- apart and go with their coding, so that a withdrawal takes them out of what was published too.
create table factsheet_editions (
  id uuid primary key,
  project_id uuid not null references projects (id) on delete cascade,
  area_id uuid not null references areas (id),
  from_wave_id uuid not null references waves (id),
  to_wave_id uuid not null references waves (id),
  -- from 1, for each area and pair of rounds
  number int not null constraint factsheet_editions_number check (number >= 1),
  title text not null,
  language text not null constraint factsheet_editions_language check (language in ('nl', 'en')),
  document jsonb not null,
  fingerprint text not null,
  published_by uuid not null references users (id),
  published_at timestamptz not null,
  withdrawn_by uuid references users (id),
  withdrawn_at timestamptz,
  withdrawn_reason text,
  constraint factsheet_editions_unique unique (area_id, from_wave_id, to_wave_id, number),
  constraint factsheet_editions_withdrawn check (num_nulls(withdrawn_by, withdrawn_at, withdrawn_reason) in (0, 3))
);
create index factsheet_editions_project on factsheet_editions (project_id, published_at desc, id desc);

create table edition_quotes (
  edition_id uuid not null references factsheet_editions (id) on delete cascade,
  place int not null,
  coding_id uuid not null references codings (id) on delete cascade,
  said text not null,
  reference text not null,
  primary key (edition_id, place)
);
create index edition_quotes_coding on edition_quotes (coding_id);

-- What was published never changes; a withdrawal is added once.
create function factsheet_editions_stay() returns trigger language plpgsql as $$
begin
  raise exception 'a published edition never changes' using errcode = '23514', constraint = 'factsheet_editions_stay';
end $$;
create trigger factsheet_editions_stay before update on factsheet_editions for each row
  when (old.document is distinct from new.document or old.fingerprint is distinct from new.fingerprint
    or old.number is distinct from new.number or old.title is distinct from new.title
    or old.published_by is distinct from new.published_by or old.published_at is distinct from new.published_at
    or old.withdrawn_at is not null)
  execute function factsheet_editions_stay();
