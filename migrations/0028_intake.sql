-- What an interviewer is asked at upload and at hand-over: whether a participant is younger than 16, whether there was an
-- interpreter, and what stood out.
create table source_intake (
  source_id uuid primary key references sources (id) on delete cascade,
  -- null = not answered
  is_minor boolean,
  has_interpreter boolean,
  note text not null default '' constraint source_intake_note check (char_length(note) <= 2000),
  note_by uuid references users (id),
  note_at timestamptz
);
