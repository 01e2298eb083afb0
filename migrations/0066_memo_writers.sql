-- Everybody who wrote in the memo of a coding since it was empty, so that an undo leaves it alone as soon as one of them is
-- somebody else; empty = only who wrote it last (memo_by, else its coder).
alter table codings add column memo_writers uuid[] not null default '{}';
