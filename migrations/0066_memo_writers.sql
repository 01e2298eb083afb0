-- Everybody who wrote in the memo of a coding since it was empty, who wrote it last at the end: the list of notes names that
-- one, and an undo leaves the memo alone as soon as one of them is somebody else; empty = its coder alone.
alter table codings add column memo_writers uuid[] not null default '{}';
