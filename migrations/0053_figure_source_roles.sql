-- What somebody says of a column or a name in a file of figures holds for the next file of the same source too.
alter table figure_source_columns add column role text,
  -- of a breakdown by age or sex: the value whose rows are read
  add column picked text;

-- Which indicator a name in the rows of a source stands for; null = those rows are not read.
create table figure_source_names (
  figure_source_id uuid not null references figure_sources (id) on delete cascade,
  name text not null,
  indicator_id uuid references indicators (id) on delete cascade,
  primary key (figure_source_id, name)
);
