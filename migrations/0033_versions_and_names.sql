-- A corrected time of a turn is a version too, though no word changed: of how many turns it was corrected in it.
alter table source_versions add column times int not null default 0
  constraint source_versions_times check (times >= 0);

-- Whether a project releases a text only when its names are done. Off at first, as it is for consent: a project that
-- uploads texts without names goes on as it was.
alter table pseudonym_settings add column done_first boolean not null default false;
