-- How often a review session was changed, from 1: who changes an older one than the present sees both.
alter table review_sessions add column version integer not null default 1;
