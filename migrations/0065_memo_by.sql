-- Who wrote the memo of a coding last, so that an undo by its coder leaves the words of a colleague alone; null = its coder.
alter table codings add column memo_by uuid references users (id);
