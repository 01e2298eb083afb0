-- The frame of a monitor: places, rounds, studies, and the kernset of figures under its pillars.
create table areas (
  id uuid primary key,
  project_id uuid not null references projects (id) on delete cascade,
  parent_id uuid references areas (id),
  name text not null constraint areas_named check (btrim(name) <> ''),
  alias_name text,
  kind text not null constraint areas_kind check (kind in ('district', 'municipality', 'region', 'country')),
  statistical_codes text[] not null default '{}',
  place int not null default 0,
  constraint areas_not_own_parent check (parent_id is distinct from id)
);
create unique index areas_unique on areas (project_id, lower(name));
alter table projects add constraint projects_comparison_area
  foreign key (comparison_area_id) references areas (id) on delete set null;

create table membership_areas (
  membership_id uuid not null references memberships (id) on delete cascade,
  area_id uuid not null references areas (id) on delete cascade,
  primary key (membership_id, area_id)
);

create table waves (
  id uuid primary key,
  project_id uuid not null references projects (id) on delete cascade,
  label text not null,
  year int not null constraint waves_year check (year between 1900 and 2200),
  constraint waves_unique unique (project_id, year)
);

create table studies (
  id uuid primary key,
  project_id uuid not null references projects (id) on delete cascade,
  name text not null constraint studies_named check (btrim(name) <> ''),
  kind text not null constraint studies_kind
    check (kind in ('interviews', 'network-interviews', 'secondary-analysis', 'observation')),
  area_id uuid references areas (id),
  constraint studies_unique unique (project_id, name)
);

create table pillars (
  id uuid primary key,
  project_id uuid not null references projects (id) on delete cascade,
  name text not null constraint pillars_named check (btrim(name) <> ''),
  short_name text,
  place int not null default 0,
  constraint pillars_unique unique (project_id, name)
);

-- Areas in which a pillar is not measured (Batau once had four pillars of five).
create table pillar_absences (
  pillar_id uuid not null references pillars (id) on delete cascade,
  area_id uuid not null references areas (id) on delete cascade,
  primary key (pillar_id, area_id)
);

create table indicators (
  id uuid primary key,
  project_id uuid not null references projects (id) on delete cascade,
  key text not null constraint indicators_keyed check (btrim(key) <> ''),
  label text not null,
  pillar_id uuid not null references pillars (id),
  unit text not null,
  direction text not null constraint indicators_direction check (direction in ('higher-better', 'lower-better', 'neutral')),
  kind text not null constraint indicators_kind check (kind in ('survey', 'model', 'register')),
  source text not null default '',
  rhythm text,
  threshold double precision not null constraint indicators_threshold check (threshold >= 0),
  threshold_unit text not null constraint indicators_threshold_unit check (threshold_unit in ('points', 'percent')),
  place int not null default 0
);
create unique index indicators_unique on indicators (project_id, lower(key));

create table observations (
  id uuid primary key,
  project_id uuid not null references projects (id) on delete cascade,
  indicator_id uuid not null references indicators (id) on delete cascade,
  area_id uuid not null references areas (id),
  wave_id uuid not null references waves (id),
  reference_year int not null constraint observations_reference_year check (reference_year between 1900 and 2200),
  value double precision,
  n int constraint observations_n check (n >= 0),
  lower double precision,
  upper double precision,
  trend_break boolean not null default false,
  suppressed boolean not null default false,
  note text not null default '',
  imported_by uuid not null references users (id),
  imported_at timestamptz not null,
  constraint observations_unique unique (indicator_id, area_id, wave_id),
  constraint observations_interval check (lower <= upper),
  constraint observations_suppressed check (not suppressed or value is null)
);
create index observations_area on observations (project_id, area_id);
