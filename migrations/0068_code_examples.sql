-- From which coding a passage among the examples of a code was taken, and its words as they were taken: the coding can be made
-- longer or shorter later, and its interview may not be quoted any more. The rows stay when the example is changed.
create table code_examples (
  code_id uuid not null references codes (id) on delete cascade,
  coding_id uuid not null references codings (id) on delete cascade,
  words text not null,
  primary key (code_id, coding_id)
);
create index code_examples_of_coding on code_examples (coding_id);
-- Examples that stand there already, as far as they are known by their words.
insert into code_examples (code_id, coding_id, words)
  select codes.id, codings.id, btrim(codings.quote, E' \n\t')
  from codes join codings on codings.code_id = codes.id
  where codes.example <> '' and btrim(codings.quote, E' \n\t') <> ''
    and position(btrim(codings.quote, E' \n\t') in codes.example) > 0;
-- Passages are found by their words, whatever their white space and capitals.
create index codings_by_words on codings
  (project_id, md5(lower(btrim(regexp_replace(quote, '\s+', ' ', 'g')))));
