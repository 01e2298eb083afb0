-- When a coding of an interview changed last, found without reading its codings: each file that is taken away asks for it.
create index codings_last_change on codings (source_id, (greatest(changed_at, deleted_at)));
