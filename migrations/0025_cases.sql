-- People who took part in interviews: a code, properties in classes, and what they consented to. Never who they are.
alter table projects add column asks_for_consent boolean not null default false;
alter table projects add column withdrawal_until text
  constraint projects_withdrawal_until check (withdrawal_until ~ '^\d{4}-\d{2}-\d{2}$');

-- What a project keeps about people; a standard one stands here once the project changed it or gave somebody a value.
create table variables (
  project_id uuid not null references projects (id) on delete cascade,
  key text not null,
  name text,
  classes text[] not null constraint variables_classes check (cardinality(classes) > 0),
  "group" text constraint variables_group check ("group" in ('resident', 'professional')),
  place int not null default 0,
  primary key (project_id, key)
);

create table cases (
  id uuid primary key,
  project_id uuid not null references projects (id) on delete cascade,
  label text not null constraint cases_labelled check (btrim(label) <> ''),
  "group" text not null constraint cases_group check ("group" in ('resident', 'professional')),
  withdrawal_requested_on text constraint cases_requested_on check (withdrawal_requested_on ~ '^\d{4}-\d{2}-\d{2}$'),
  withdrawal_until text constraint cases_withdrawal_until check (withdrawal_until ~ '^\d{4}-\d{2}-\d{2}$'),
  -- when everything of this person was deleted; the row stays as a shell: the code and what was said about consent
  withdrawn_at timestamptz,
  created_by uuid not null references users (id),
  created_at timestamptz not null,
  version int not null constraint cases_version check (version >= 1),
  constraint cases_of_project unique (project_id, id)
);
create unique index cases_unique on cases (project_id, lower(label));

create table variable_values (
  project_id uuid not null,
  case_id uuid not null,
  variable_key text not null,
  value text not null,
  primary key (case_id, variable_key),
  foreign key (project_id, case_id) references cases (project_id, id) on delete cascade,
  constraint variable_values_variable foreign key (project_id, variable_key) references variables (project_id, key)
);
create index variable_values_variable on variable_values (project_id, variable_key);

-- Who took part in which interview, and with which voice where somebody pointed it out.
create table case_sources (
  case_id uuid not null references cases (id) on delete cascade,
  source_id uuid not null references sources (id) on delete cascade,
  speaker_id uuid references speakers (id) on delete set null,
  primary key (case_id, source_id)
);
create index case_sources_source on case_sources (source_id);
create index case_sources_speaker on case_sources (speaker_id) where speaker_id is not null;

-- What somebody answered, purpose by purpose; a line never changes, a later answer is a new line.
create table consents (
  id uuid primary key,
  case_id uuid not null references cases (id) on delete cascade,
  purpose text not null constraint consents_purpose check
    (purpose in ('participation', 'recording', 'quotes', 'archive', 'special-data', 'parental')),
  state text not null constraint consents_state check (state in ('given', 'refused', 'withdrawn')),
  decided_on text not null constraint consents_decided_on check (decided_on ~ '^\d{4}-\d{2}-\d{2}$'),
  way text not null constraint consents_way check (way in ('paper', 'digital', 'spoken')),
  letter text not null default '',
  recorded_by uuid not null references users (id),
  recorded_at timestamptz not null
);
create index consents_case on consents (case_id, purpose, decided_on);

create function consents_stay() returns trigger language plpgsql as $$
begin
  raise exception 'an answer about consent never changes' using errcode = '23514', constraint = 'consents_stay';
end $$;
create trigger consents_stay before update on consents for each row execute function consents_stay();

-- May words of this voice be shown, by the answer of the one person it belongs to; null = that of the interview counts.
alter table speakers add column quotes_allowed boolean;

alter table memos add column case_id uuid references cases (id) on delete cascade;
alter table memos drop constraint memos_about;
alter table memos add constraint memos_about check (about in ('project', 'source', 'turn', 'coding', 'code', 'case'));
alter table memos drop constraint memos_about_one_thing;
alter table memos add constraint memos_about_one_thing check (
  (source_id is not null) = (about in ('source', 'turn'))
  and (text_version is not null and text_position is not null) = (about = 'turn')
  and (coding_id is not null) = (about = 'coding')
  and (code_id is not null) = (about = 'code')
  and (case_id is not null) = (about = 'case'));
create index memos_case on memos (case_id) where case_id is not null;

-- A version of the codebook never changes, but for words that somebody withdrew: those go out of its examples.
create or replace function codebook_versions_stay() returns trigger language plpgsql as $$
begin
  if current_setting('wijkstem.withdrawal', true) = 'on' and old.made_at is not distinct from new.made_at
    and old.made_by is not distinct from new.made_by and old.number is not distinct from new.number then
    return new;
  end if;
  raise exception 'a codebook version never changes' using errcode = '23514', constraint = 'codebook_versions_stay';
end $$;
