-- A coding that went along with corrected texts keeps where its words stood when somebody put it there, so that it can
-- be seen in the text as it was then. Null: it stands where it was put.
alter table codings add column made_in int;
alter table codings add column made_start int;
alter table codings add column made_end int;
alter table codings add constraint codings_made check
  ((made_in is null) = (made_start is null) and (made_in is null) = (made_end is null) and made_start < made_end);

-- What came before this version is only for who prepares the text: it was made before the text was released, or it took
-- out words that others should not read.
alter table source_versions add column closes_before boolean not null default false;

-- codings.orphaned_at goes along with later versions too: it is counted over the newest text.
create index codings_changed on codings (source_id) where changed_in is not null;
