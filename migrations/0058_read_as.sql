-- How a file was read, so that it can be shown and read in another way. Only a text that came from a file has this:
-- null = an edit made it, or it was stored before this was kept.
alter table source_versions add column read_as jsonb;
