-- Which interviews a published factsheet counted, so that one finds from an interview the numbers that lean on it. Of
-- editions from before this is not known.
create table edition_sources (
  edition_id uuid not null references factsheet_editions (id) on delete cascade,
  source_id uuid not null references sources (id) on delete cascade,
  primary key (edition_id, source_id)
);
create index edition_sources_source on edition_sources (source_id);
