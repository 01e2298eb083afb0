-- The sheet of a review session is looked through before it is taken away, as the other files that hold quotes are.
alter table disclosure_confirmations drop constraint disclosure_confirmations_kind;
alter table disclosure_confirmations add constraint disclosure_confirmations_kind
  check (kind in ('report', 'factsheet', 'joint-display', 'quotes', 'queried-quotes', 'review-session'));
