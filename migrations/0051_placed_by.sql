-- Who put a code where it stands, so that an undo leaves alone what a colleague placed; null = from before this was kept.
alter table codes add column placed_by uuid references users (id);
