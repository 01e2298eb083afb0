-- Files of memos, of the codebook, of a table of a study and of the kernset are confirmed as other files are.
alter table disclosure_confirmations drop constraint disclosure_confirmations_kind;
alter table disclosure_confirmations add constraint disclosure_confirmations_kind
  check (kind in ('report', 'factsheet', 'joint-display', 'quotes', 'queried-quotes', 'review-session',
    'long-display', 'network-display', 'memos', 'codebook', 'study-table', 'kernset'));
