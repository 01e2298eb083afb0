-- Notes of codings are listed by themselves: few codings have one.
create index codings_with_note on codings (project_id, coded_at, id) where memo <> '' and deleted_at is null;
