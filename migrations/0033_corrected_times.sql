-- A corrected time of a turn is a version too, though no word changed: of how many turns it was corrected in it.
alter table source_versions add column times int not null default 0
  constraint source_versions_times check (times >= 0);
