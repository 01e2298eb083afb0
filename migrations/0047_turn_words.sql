-- The words of the turns of the present text, to search them: each form (=parken) and its Dutch stem (~park), with their
-- places; '*' for a turn too long to keep them all, which is read whenever somebody searches. Made by the application,
-- which says what a word is; gone with the turns they are of.
create table turn_words (
  source_id uuid not null,
  version int not null,
  ordinal int not null,
  words tsvector not null,
  primary key (source_id, version, ordinal),
  foreign key (source_id, version, ordinal) references turns (source_id, version, ordinal) on delete cascade
);

create index turn_words_words on turn_words using gin (words);

-- The version of the text whose words are kept; null: of none.
alter table sources add column words_of int;
