-- Which turn a passage begins in, for each quote of a list.
create index turns_start on turns (source_id, version, start_position) include (ordinal);
