-- A report can show the line of a figure over the rounds.
alter table report_blocks drop constraint report_blocks_kind;
alter table report_blocks add constraint report_blocks_kind
  check (kind in ('quote', 'figure', 'chart', 'count', 'display', 'table'));
