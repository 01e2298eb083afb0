-- A chosen quote can be shortened with "(…)"; its words stay those of the coding it was chosen from. Null = all of them.
alter table chosen_quotes add column shortened text;
