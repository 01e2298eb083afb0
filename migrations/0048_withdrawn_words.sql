-- Words that somebody withdrew go out of versions of a report and published factsheets too: authors may have typed them.
-- That is the one change these know, and only of what people wrote in them.
create or replace function report_versions_stay() returns trigger language plpgsql as $$
begin
  if current_setting('wijkstem.withdrawal', true) = 'on'
    and to_jsonb(old) - array['name', 'reason', 'title', 'body'] = to_jsonb(new) - array['name', 'reason', 'title', 'body'] then
    return new;
  end if;
  raise exception 'a version of a report never changes' using errcode = '23514', constraint = 'report_versions_stay';
end $$;

create or replace function factsheet_editions_stay() returns trigger language plpgsql as $$
begin
  if current_setting('wijkstem.withdrawal', true) = 'on'
    and to_jsonb(old) - array['document', 'title', 'withdrawn_reason']
      = to_jsonb(new) - array['document', 'title', 'withdrawn_reason'] then
    return new;
  end if;
  raise exception 'a published edition never changes' using errcode = '23514', constraint = 'factsheet_editions_stay';
end $$;
