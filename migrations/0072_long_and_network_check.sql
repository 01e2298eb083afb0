-- The long form of joint displays and the display of the network are looked through, and confirmed, as other files are.
alter table disclosure_confirmations drop constraint disclosure_confirmations_kind;
alter table disclosure_confirmations add constraint disclosure_confirmations_kind
  check (kind in ('report', 'factsheet', 'joint-display', 'quotes', 'queried-quotes', 'review-session',
    'long-display', 'network-display'));
