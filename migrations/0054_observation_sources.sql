-- Where one value comes from, in which version of that source, and why the series breaks before it; null = not said.
alter table observations
  add column source text,
  add column source_version text,
  add column trend_break_reason text;
