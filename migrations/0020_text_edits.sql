-- A corrected text keeps why and how it came from the one before, and carries what was coded on it.
alter table source_versions add column reason text not null default '';
-- the edit of the version before, as retain, insert and delete steps in code points; null for a text as it was taken in
alter table source_versions add column operations jsonb;

-- In which version words within the passage were changed; null = never, or someone looked at it since.
alter table codings add column changed_in int;
-- In which version the passage lost all its words. Such a coding is hidden, keeps its old version and words, and is
-- listed until someone gives it another place or lets it go.
alter table codings add column orphaned_in int;
-- Where the words stood, in the version in which they were lost.
alter table codings add column orphaned_at int;
alter table codings add constraint codings_orphaned check
  ((orphaned_in is null) = (orphaned_at is null) and (orphaned_in is null or deleted_at is not null));
create index codings_orphaned on codings (source_id, orphaned_at) where orphaned_in is not null;
