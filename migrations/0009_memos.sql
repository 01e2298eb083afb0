-- What people write down while they read: about the project, an interview, a turn, a coding or a code.
create table memos (
  id uuid primary key,
  project_id uuid not null references projects (id) on delete cascade,
  about text not null constraint memos_about check (about in ('project', 'source', 'turn', 'coding', 'code')),
  source_id uuid references sources (id) on delete cascade,
  -- of a turn: where it begins in which text, so that a turn that is cut in two keeps its memo
  text_version int,
  text_position int,
  coding_id uuid references codings (id) on delete cascade,
  code_id uuid references codes (id) on delete cascade,
  kind text not null constraint memos_kind check (kind in ('thought', 'question', 'explanation')),
  title text not null default '',
  body jsonb not null,
  -- the title and the words of the body, to search in; without names of interviews and words of quotes it refers to
  searched text not null,
  visibility text not null constraint memos_visibility check (visibility in ('private', 'shared')),
  author_id uuid not null references users (id),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  version int not null constraint memos_version check (version >= 1),
  settled_by uuid references users (id),
  settled_at timestamptz,
  deleted_at timestamptz,
  constraint memos_about_one_thing check (
    (source_id is not null) = (about in ('source', 'turn'))
    and (text_version is not null and text_position is not null) = (about = 'turn')
    and (coding_id is not null) = (about = 'coding')
    and (code_id is not null) = (about = 'code')),
  constraint memos_settled check ((settled_by is null) = (settled_at is null) and (settled_at is null or kind = 'question'))
);
create index memos_project on memos (project_id, created_at desc, id desc) where deleted_at is null;
create index memos_source on memos (source_id) where source_id is not null;
create index memos_coding on memos (coding_id) where coding_id is not null;
create index memos_code on memos (code_id) where code_id is not null;
