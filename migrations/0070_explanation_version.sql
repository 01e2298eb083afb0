-- How often an explanation was changed, from 1: who changes an older one than the present sees both.
alter table explanations add column version integer not null default 1;
