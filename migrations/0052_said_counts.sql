-- What an interview says with a code, without reading its codings: beside how many codings there are, how many of each
-- pair of change (none, forward, backward) and level (none, good, improve), nine in that order. `pairs` has a bit for each
-- that occurs, the first the lowest.
create function said_place(change text, level text) returns int language sql immutable parallel safe as $$
  select 1 + 3 * case change when 'forward' then 1 when 'backward' then 2 else 0 end
    + case level when 'good' then 1 when 'improve' then 2 else 0 end
$$;

alter table coding_counts add column said int[] not null default '{0,0,0,0,0,0,0,0,0}';
update coding_counts set said = counted.said
from (
  select code_id, source_id, array[
    count(*) filter (where place = 1), count(*) filter (where place = 2), count(*) filter (where place = 3),
    count(*) filter (where place = 4), count(*) filter (where place = 5), count(*) filter (where place = 6),
    count(*) filter (where place = 7), count(*) filter (where place = 8), count(*) filter (where place = 9)]::int[] as said
  from (select code_id, source_id, said_place(change, level) as place from codings
    where deleted_at is null and layer = 'shared') as placed
  group by code_id, source_id
) as counted
where counted.code_id = coding_counts.code_id and counted.source_id = coding_counts.source_id;
alter table coding_counts add column pairs int not null generated always as (
  (said[1] > 0)::int + 2 * (said[2] > 0)::int + 4 * (said[3] > 0)::int + 8 * (said[4] > 0)::int + 16 * (said[5] > 0)::int
    + 32 * (said[6] > 0)::int + 64 * (said[7] > 0)::int + 128 * (said[8] > 0)::int + 256 * (said[9] > 0)::int) stored;

create or replace function codings_count() returns trigger language plpgsql as $$
declare
  place int;
  first int[] := '{0,0,0,0,0,0,0,0,0}';
begin
  if tg_op <> 'INSERT' and old.deleted_at is null and old.layer = 'shared' then
    place := said_place(old.change, old.level);
    update coding_counts set codings = codings - 1, said[place] = said[place] - 1
      where code_id = old.code_id and source_id = old.source_id;
  end if;
  if tg_op <> 'DELETE' and new.deleted_at is null and new.layer = 'shared' then
    place := said_place(new.change, new.level);
    first[place] := 1;
    insert into coding_counts (code_id, source_id, codings, said) values (new.code_id, new.source_id, 1, first)
      on conflict (code_id, source_id) do update
        set codings = coding_counts.codings + 1, said[place] = coding_counts.said[place] + 1;
  end if;
  return null;
end $$;
drop trigger codings_count on codings;
create trigger codings_count after insert or delete or update of code_id, layer, deleted_at, change, level on codings
  for each row execute function codings_count();
