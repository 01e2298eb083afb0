-- What a coding gave to the one it went into (memos and chosen quotes of who united them), as ids: it gets that back when it comes back.
alter table codings add column gave_away jsonb;
