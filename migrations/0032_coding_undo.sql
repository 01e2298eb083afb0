-- What somebody decided about a coding that a corrected text hit can be taken back. Numbers and ids only, never words.
-- the version whose change was looked at; null = nobody looked, or the looking was taken back
alter table codings add column reviewed_change int;
-- where a loose coding stood before it was given a place, and when it was given that place
alter table codings add column placed_from jsonb;
