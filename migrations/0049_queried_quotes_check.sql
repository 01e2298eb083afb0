-- A table of quotes that a question finds is looked through before it is taken away, as one by filters is. Only what was
-- found leaves a fingerprint here: no word that somebody looked for.
alter table disclosure_confirmations drop constraint disclosure_confirmations_kind;
alter table disclosure_confirmations add constraint disclosure_confirmations_kind
  check (kind in ('report', 'factsheet', 'joint-display', 'quotes', 'queried-quotes'));
