-- By which transaction a counter was changed last, so that a server which keeps in memory what interviews say asks only
-- for what changed since. Transactions need not wait for each other for that, as they would for a number they all raise.
create function own_transaction() returns bigint language sql stable parallel restricted as $$
  select pg_current_xact_id()::text::bigint
$$;

alter table coding_counts add column changed bigint not null default own_transaction();
create index coding_counts_changed on coding_counts (changed);

create or replace function codings_count() returns trigger language plpgsql as $$
declare
  place int;
  first int[] := '{0,0,0,0,0,0,0,0,0}';
begin
  if tg_op <> 'INSERT' and old.deleted_at is null and old.layer = 'shared' then
    place := said_place(old.change, old.level);
    update coding_counts set codings = codings - 1, said[place] = said[place] - 1, changed = own_transaction()
      where code_id = old.code_id and source_id = old.source_id;
  end if;
  if tg_op <> 'DELETE' and new.deleted_at is null and new.layer = 'shared' then
    place := said_place(new.change, new.level);
    first[place] := 1;
    insert into coding_counts (code_id, source_id, codings, said) values (new.code_id, new.source_id, 1, first)
      on conflict (code_id, source_id) do update
        set codings = coding_counts.codings + 1, said[place] = coding_counts.said[place] + 1, changed = own_transaction();
  end if;
  return null;
end $$;
