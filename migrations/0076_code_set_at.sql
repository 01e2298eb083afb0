-- When a coding got the code it has now, where that was later than it was made (null = since it was made), and when it was
-- given codes that it had before, by their ids: an undo brings that moment back.
alter table codings add column code_set_at timestamptz, add column earlier_codes jsonb not null default '{}';
-- What is known of before: which codings a split of a code handed to another code, and when.
update codings set code_set_at = handed.at, earlier_codes = jsonb_build_object(handed.from_code_id,
  to_char(codings.coded_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
from (
  select distinct on (moved.id) moved.id::uuid as id, one ->> 'fromCodeId' as from_code_id,
    (one ->> 'intoCodeId')::uuid as into_code_id, code_changes.made_at as at
  from code_changes
    cross join lateral jsonb_array_elements(coalesce(way_back -> 'handed', '[]')) as one
    cross join lateral jsonb_array_elements_text(coalesce(one -> 'moved', '[]')) as moved (id)
  where code_changes.undone_at is null
  order by moved.id, code_changes.made_order desc
) as handed
where codings.id = handed.id and codings.code_id = handed.into_code_id and handed.at > codings.coded_at;
