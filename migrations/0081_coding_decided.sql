-- When somebody last gave a coding another passage (range), direction (valences) or mark (isImportant), by what was decided;
-- null = all is as it was made. An undo then knows what was decided on since, also when it says the same again.
alter table codings add column decided_at jsonb;
