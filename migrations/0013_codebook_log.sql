-- One log of everything that changes a codebook: each change keeps its way back as data, for who made it to undo and redo.
-- A way back holds ids, places and the words of the codebook itself; never words of a transcript.
alter table code_changes drop constraint code_changes_kind;
alter table code_changes add constraint code_changes_kind
  check (kind in ('add', 'update', 'move', 'fold', 'delete', 'merge', 'split', 'import', 'several'));

-- Until now a merge was all there was.
update code_changes set way_back = jsonb_build_object('merges', jsonb_build_array(way_back),
  'codeIds', jsonb_build_array(way_back -> 'intoCodeId', way_back -> 'fromCodeId'));

-- The order in which changes were made and undone; a clock can say the same moment twice.
create sequence code_change_order as int;
alter table code_changes add column made_order int not null default nextval('code_change_order');
alter table code_changes add column undone_order int;
update code_changes set undone_order = nextval('code_change_order') where undone_at is not null;
create index code_changes_in_order on code_changes (project_id, made_order desc);
