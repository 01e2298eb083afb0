-- What students see in public space: a note that is nobody's voice, with photos and a spot on a map of the area.
alter table sources drop constraint sources_kind;
alter table sources add constraint sources_kind check (kind in ('transcript', 'note', 'file', 'observation'));
alter table sources alter column "group" drop not null;
alter table sources add constraint sources_voice check (("group" is null) = (kind = 'observation'));

-- Where it was seen, in degrees (WGS84) on a grid of some 50 m, so that no front door is pointed at.
alter table sources add column latitude double precision
  constraint sources_latitude check (latitude between 50.5 and 53.8);
alter table sources add column longitude double precision
  constraint sources_longitude check (longitude between 3.2 and 7.4);
alter table sources add constraint sources_spot check
  ((latitude is null) = (longitude is null) and (latitude is null or kind = 'observation'));

-- Photos of an observation, without what a camera or a program wrote beside the picture.
create table photos (
  id uuid primary key,
  source_id uuid not null references sources (id) on delete cascade,
  place int not null,
  format text not null constraint photos_format check (format in ('jpeg', 'png', 'webp')),
  width int not null constraint photos_width check (width > 0),
  height int not null constraint photos_height check (height > 0),
  -- how the picture must be turned to stand upright, as in Exif
  orientation int not null constraint photos_orientation check (orientation between 1 and 8),
  sha256 text not null,
  bytes bytea not null,
  -- what a reader hears who does not see the picture
  alternative text not null default '',
  -- nobody and no number plate can be recognised: who says so, and when
  checked_by uuid references users (id),
  checked_at timestamptz,
  added_by uuid not null references users (id),
  added_at timestamptz not null,
  constraint photos_checked check ((checked_by is null) = (checked_at is null)),
  constraint photos_unique unique (source_id, sha256)
);
create index photos_source on photos (source_id, place);

-- The outline of an area, for a small map that needs no outside service: lines of [longitude, latitude] in degrees.
create table area_outlines (
  area_id uuid primary key references areas (id) on delete cascade,
  lines jsonb not null,
  stored_by uuid not null references users (id),
  stored_at timestamptz not null
);
