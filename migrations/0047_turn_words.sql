-- The words of the turns of the present text, to search them: each form (=parken) and its Dutch stem (~park), with their
-- places. Made by the application, which says what a word is, when somebody searches; gone with the turns they are of.
create table turn_words (
  source_id uuid not null,
  version int not null,
  ordinal int not null,
  -- null: a turn too long to keep the places of all its words; it is read whenever somebody searches
  words tsvector,
  primary key (source_id, version, ordinal),
  foreign key (source_id, version, ordinal) references turns (source_id, version, ordinal) on delete cascade
);

create index turn_words_words on turn_words using gin (words);
create index turn_words_unplaced on turn_words (source_id) where words is null;
