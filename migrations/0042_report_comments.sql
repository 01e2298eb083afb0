-- What authors say to each other about a text of a report, or about words in it; and that somebody looked at what a file
-- could give away before it was taken away.
create table report_comments (
  id uuid primary key,
  report_id uuid not null references reports (id) on delete cascade,
  pillar_id uuid not null references pillars (id),
  area_id uuid not null references areas (id),
  slot text not null,
  -- code points over the written words of the text; null = about all of it, or its words are gone
  start_position int,
  end_position int,
  -- the words it was made about, as they were then; empty = about the whole text
  words text not null default '',
  body text not null constraint report_comments_body check (btrim(body) <> ''),
  made_by uuid not null references users (id),
  made_at timestamptz not null,
  settled_by uuid references users (id),
  settled_at timestamptz,
  deleted_at timestamptz,
  constraint report_comments_passage check (
    (start_position is null and end_position is null) or (start_position < end_position and words <> '')),
  constraint report_comments_settled check ((settled_by is null) = (settled_at is null))
);
create index report_comments_report on report_comments (report_id, made_at, id);
create index report_comments_pillar on report_comments (pillar_id);

create table report_comment_replies (
  id uuid primary key,
  comment_id uuid not null references report_comments (id) on delete cascade,
  body text not null constraint report_comment_replies_body check (btrim(body) <> ''),
  made_by uuid not null references users (id),
  made_at timestamptz not null
);
create index report_comment_replies_comment on report_comment_replies (comment_id, made_at, id);

-- That somebody confirmed what a check found before a file was taken away: no words of it, only that it was this.
create table disclosure_confirmations (
  id uuid primary key,
  project_id uuid not null references projects (id) on delete cascade,
  kind text not null constraint disclosure_confirmations_kind
    check (kind in ('report', 'factsheet', 'joint-display', 'quotes')),
  -- of what was found: another finding asks for another confirmation
  fingerprint text not null,
  findings int not null constraint disclosure_confirmations_findings check (findings >= 0),
  reason text not null constraint disclosure_confirmations_reason check (btrim(reason) <> ''),
  confirmed_by uuid not null references users (id),
  confirmed_at timestamptz not null
);
create index disclosure_confirmations_project on disclosure_confirmations (project_id);
