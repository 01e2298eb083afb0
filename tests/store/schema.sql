-- The schema after all migrations: `npm run schema` rewrites this file; the tests compare it with both databases.

create table access_tokens (
  id uuid not null,
  user_id uuid not null,
  project_id uuid,
  name text not null,
  token_hash text not null,
  scope text not null,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  constraint access_tokens_hashed CHECK ((token_hash ~ '^[0-9a-f]{64}$'::text)),
  constraint access_tokens_pkey PRIMARY KEY (id),
  constraint access_tokens_project FOREIGN KEY (project_id) REFERENCES projects(id) ON DELETE CASCADE,
  constraint access_tokens_scope CHECK ((scope = ANY (ARRAY['read'::text, 'write'::text]))),
  constraint access_tokens_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
);
CREATE INDEX access_tokens_user ON access_tokens USING btree (user_id);
CREATE UNIQUE INDEX access_tokens_hash ON access_tokens USING btree (token_hash);

create table area_outlines (
  area_id uuid not null,
  lines jsonb not null,
  stored_by uuid not null,
  stored_at timestamp with time zone not null,
  constraint area_outlines_area_id_fkey FOREIGN KEY (area_id) REFERENCES areas(id) ON DELETE CASCADE,
  constraint area_outlines_pkey PRIMARY KEY (area_id),
  constraint area_outlines_stored_by_fkey FOREIGN KEY (stored_by) REFERENCES users(id)
);

create table areas (
  id uuid not null,
  project_id uuid not null,
  parent_id uuid,
  name text not null,
  alias_name text,
  kind text not null,
  statistical_codes text[] not null default '{}'::text[],
  place integer not null default 0,
  constraint areas_kind CHECK ((kind = ANY (ARRAY['district'::text, 'municipality'::text, 'region'::text, 'country'::text]))),
  constraint areas_named CHECK ((btrim(name) <> ''::text)),
  constraint areas_not_own_parent CHECK ((parent_id IS DISTINCT FROM id)),
  constraint areas_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES areas(id),
  constraint areas_pkey PRIMARY KEY (id),
  constraint areas_project_id_fkey FOREIGN KEY (project_id) REFERENCES projects(id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX areas_unique ON areas USING btree (project_id, lower(name));

create table assignments (
  id uuid not null,
  project_id uuid not null,
  source_id uuid not null,
  user_id uuid not null,
  task text not null,
  given_by uuid not null,
  given_at timestamp with time zone not null,
  due_on text,
  done_at timestamp with time zone,
  constraint assignments_due_on CHECK ((due_on ~ '^\d{4}-\d{2}-\d{2}$'::text)),
  constraint assignments_given_by_fkey FOREIGN KEY (given_by) REFERENCES users(id),
  constraint assignments_pkey PRIMARY KEY (id),
  constraint assignments_project_id_fkey FOREIGN KEY (project_id) REFERENCES projects(id) ON DELETE CASCADE,
  constraint assignments_source_id_fkey FOREIGN KEY (source_id) REFERENCES sources(id) ON DELETE CASCADE,
  constraint assignments_task CHECK ((task = ANY (ARRAY['prepare'::text, 'code'::text, 'second-read'::text]))),
  constraint assignments_unique UNIQUE (source_id, task, user_id),
  constraint assignments_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id)
);
CREATE INDEX assignments_person ON assignments USING btree (project_id, user_id);

create table audit_events (
  sequence bigint not null,
  project_id uuid,
  actor_id uuid,
  action text not null,
  object_kind text not null,
  object_id text,
  at timestamp with time zone not null,
  origin text,
  result text not null default 'done'::text,
  previous_hash text not null,
  hash text not null,
  constraint audit_events_hash UNIQUE (hash),
  constraint audit_events_pkey PRIMARY KEY (sequence)
);
CREATE INDEX audit_events_project ON audit_events USING btree (project_id, sequence);

create table case_sources (
  case_id uuid not null,
  source_id uuid not null,
  speaker_id uuid,
  constraint case_sources_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON DELETE CASCADE,
  constraint case_sources_pkey PRIMARY KEY (case_id, source_id),
  constraint case_sources_source_id_fkey FOREIGN KEY (source_id) REFERENCES sources(id) ON DELETE CASCADE,
  constraint case_sources_speaker_id_fkey FOREIGN KEY (speaker_id) REFERENCES speakers(id) ON DELETE SET NULL
);
CREATE INDEX case_sources_source ON case_sources USING btree (source_id);
CREATE INDEX case_sources_speaker ON case_sources USING btree (speaker_id) WHERE (speaker_id IS NOT NULL);

create table cases (
  id uuid not null,
  project_id uuid not null,
  label text not null,
  "group" text not null,
  withdrawal_requested_on text,
  withdrawal_until text,
  withdrawn_at timestamp with time zone,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  version integer not null,
  constraint cases_created_by_fkey FOREIGN KEY (created_by) REFERENCES users(id),
  constraint cases_group CHECK (("group" = ANY (ARRAY['resident'::text, 'professional'::text]))),
  constraint cases_labelled CHECK ((btrim(label) <> ''::text)),
  constraint cases_of_project UNIQUE (project_id, id),
  constraint cases_pkey PRIMARY KEY (id),
  constraint cases_project_id_fkey FOREIGN KEY (project_id) REFERENCES projects(id) ON DELETE CASCADE,
  constraint cases_requested_on CHECK ((withdrawal_requested_on ~ '^\d{4}-\d{2}-\d{2}$'::text)),
  constraint cases_version CHECK ((version >= 1)),
  constraint cases_withdrawal_until CHECK ((withdrawal_until ~ '^\d{4}-\d{2}-\d{2}$'::text))
);
CREATE UNIQUE INDEX cases_unique ON cases USING btree (project_id, lower(label));

create table chosen_quotes (
  project_id uuid not null,
  pillar_id uuid not null,
  area_id uuid not null,
  from_wave_id uuid not null,
  to_wave_id uuid not null,
  code_id uuid not null,
  coding_id uuid not null,
  chosen_by uuid not null,
  chosen_at timestamp with time zone not null,
  shortened text,
  constraint chosen_quotes_area_id_fkey FOREIGN KEY (area_id) REFERENCES areas(id),
  constraint chosen_quotes_chosen_by_fkey FOREIGN KEY (chosen_by) REFERENCES users(id),
  constraint chosen_quotes_code_id_fkey FOREIGN KEY (code_id) REFERENCES codes(id),
  constraint chosen_quotes_coding_id_fkey FOREIGN KEY (coding_id) REFERENCES codings(id) ON DELETE CASCADE,
  constraint chosen_quotes_from_wave_id_fkey FOREIGN KEY (from_wave_id) REFERENCES waves(id),
  constraint chosen_quotes_pillar_id_fkey FOREIGN KEY (pillar_id) REFERENCES pillars(id),
  constraint chosen_quotes_pkey PRIMARY KEY (area_id, pillar_id, from_wave_id, to_wave_id, code_id, coding_id),
  constraint chosen_quotes_project_id_fkey FOREIGN KEY (project_id) REFERENCES projects(id) ON DELETE CASCADE,
  constraint chosen_quotes_to_wave_id_fkey FOREIGN KEY (to_wave_id) REFERENCES waves(id)
);

create table code_ancestors (
  code_id uuid not null,
  ancestor_id uuid not null,
  constraint code_ancestors_ancestor_id_fkey FOREIGN KEY (ancestor_id) REFERENCES codes(id) ON DELETE CASCADE,
  constraint code_ancestors_code_id_fkey FOREIGN KEY (code_id) REFERENCES codes(id) ON DELETE CASCADE,
  constraint code_ancestors_pkey PRIMARY KEY (ancestor_id, code_id)
);
CREATE INDEX code_ancestors_code ON code_ancestors USING btree (code_id);

create table code_changes (
  id uuid not null,
  project_id uuid not null,
  kind text not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  way_back jsonb not null,
  undone_at timestamp with time zone,
  made_order integer not null default nextval('code_change_order'::regclass),
  undone_order integer,
  constraint code_changes_kind CHECK ((kind = ANY (ARRAY['add'::text, 'update'::text, 'move'::text, 'fold'::text, 'delete'::text, 'merge'::text, 'split'::text, 'import'::text, 'several'::text]))),
  constraint code_changes_made_by_fkey FOREIGN KEY (made_by) REFERENCES users(id),
  constraint code_changes_pkey PRIMARY KEY (id),
  constraint code_changes_project_id_fkey FOREIGN KEY (project_id) REFERENCES projects(id) ON DELETE CASCADE
);
CREATE INDEX code_changes_in_order ON code_changes USING btree (project_id, made_order DESC);
CREATE INDEX code_changes_project ON code_changes USING btree (project_id, made_at DESC);

create table code_examples (
  code_id uuid not null,
  coding_id uuid not null,
  words text not null,
  constraint code_examples_code_id_fkey FOREIGN KEY (code_id) REFERENCES codes(id) ON DELETE CASCADE,
  constraint code_examples_coding_id_fkey FOREIGN KEY (coding_id) REFERENCES codings(id) ON DELETE CASCADE,
  constraint code_examples_pkey PRIMARY KEY (code_id, coding_id)
);
CREATE INDEX code_examples_of_coding ON code_examples USING btree (coding_id);

create table code_forerunners (
  code_id uuid not null,
  forerunner_id uuid not null,
  change_id uuid,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  constraint code_forerunners_change_id_fkey FOREIGN KEY (change_id) REFERENCES code_changes(id) ON DELETE CASCADE,
  constraint code_forerunners_code_id_fkey FOREIGN KEY (code_id) REFERENCES codes(id) ON DELETE CASCADE,
  constraint code_forerunners_forerunner_id_fkey FOREIGN KEY (forerunner_id) REFERENCES codes(id) ON DELETE CASCADE,
  constraint code_forerunners_made_by_fkey FOREIGN KEY (made_by) REFERENCES users(id),
  constraint code_forerunners_not_itself CHECK ((code_id <> forerunner_id)),
  constraint code_forerunners_pkey PRIMARY KEY (code_id, forerunner_id)
);
CREATE INDEX code_forerunners_forerunner ON code_forerunners USING btree (forerunner_id);

create table code_indicators (
  code_id uuid not null,
  indicator_id uuid not null,
  relation text not null,
  constraint code_indicators_code_id_fkey FOREIGN KEY (code_id) REFERENCES codes(id) ON DELETE CASCADE,
  constraint code_indicators_indicator_id_fkey FOREIGN KEY (indicator_id) REFERENCES indicators(id) ON DELETE CASCADE,
  constraint code_indicators_pkey PRIMARY KEY (code_id, indicator_id),
  constraint code_indicators_relation CHECK ((relation = ANY (ARRAY['same-topic'::text, 'cause'::text, 'effect'::text, 'context'::text])))
);

create table code_pillars (
  code_id uuid not null,
  pillar_id uuid not null,
  constraint code_pillars_code_id_fkey FOREIGN KEY (code_id) REFERENCES codes(id) ON DELETE CASCADE,
  constraint code_pillars_pillar_id_fkey FOREIGN KEY (pillar_id) REFERENCES pillars(id) ON DELETE CASCADE,
  constraint code_pillars_pkey PRIMARY KEY (code_id, pillar_id)
);

create table code_proposals (
  id uuid not null,
  project_id uuid not null,
  name text not null,
  parent_id uuid,
  definition text not null default ''::text,
  why text not null default ''::text,
  source_id uuid not null,
  text_version integer not null,
  start_position integer not null,
  end_position integer not null,
  layer text not null,
  proposer_id uuid not null,
  proposed_at timestamp with time zone not null,
  state text not null default 'open'::text,
  decided_by uuid,
  decided_at timestamp with time zone,
  reason text not null default ''::text,
  code_id uuid,
  coding_id uuid,
  constraint code_proposals_code_id_fkey FOREIGN KEY (code_id) REFERENCES codes(id) ON DELETE SET NULL,
  constraint code_proposals_coding_id_fkey FOREIGN KEY (coding_id) REFERENCES codings(id) ON DELETE SET NULL,
  constraint code_proposals_decided CHECK ((((decided_by IS NULL) = (state = 'open'::text)) AND ((decided_at IS NULL) = (state = 'open'::text)))),
  constraint code_proposals_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES users(id),
  constraint code_proposals_layer CHECK ((layer = ANY (ARRAY['shared'::text, 'second'::text]))),
  constraint code_proposals_led_to CHECK (((code_id IS NULL) OR (state = ANY (ARRAY['accepted'::text, 'merged'::text])))),
  constraint code_proposals_named CHECK ((btrim(name) <> ''::text)),
  constraint code_proposals_not_empty CHECK (((0 <= start_position) AND (start_position < end_position))),
  constraint code_proposals_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES codes(id) ON DELETE SET NULL,
  constraint code_proposals_pkey PRIMARY KEY (id),
  constraint code_proposals_project_id_fkey FOREIGN KEY (project_id) REFERENCES projects(id) ON DELETE CASCADE,
  constraint code_proposals_proposer_id_fkey FOREIGN KEY (proposer_id) REFERENCES users(id),
  constraint code_proposals_reasoned CHECK (((state <> ALL (ARRAY['merged'::text, 'declined'::text])) OR (btrim(reason) <> ''::text))),
  constraint code_proposals_source_id_fkey FOREIGN KEY (source_id) REFERENCES sources(id) ON DELETE CASCADE,
  constraint code_proposals_state CHECK ((state = ANY (ARRAY['open'::text, 'accepted'::text, 'merged'::text, 'declined'::text, 'withdrawn'::text])))
);
CREATE INDEX code_proposals_code ON code_proposals USING btree (code_id) WHERE (code_id IS NOT NULL);
CREATE INDEX code_proposals_coding ON code_proposals USING btree (coding_id) WHERE (coding_id IS NOT NULL);
CREATE INDEX code_proposals_parent ON code_proposals USING btree (parent_id) WHERE (parent_id IS NOT NULL);
CREATE INDEX code_proposals_project ON code_proposals USING btree (project_id, id DESC);
CREATE INDEX code_proposals_source ON code_proposals USING btree (source_id);

create table codebook_version_waves (
  version_id uuid not null,
  wave_id uuid not null,
  constraint codebook_version_waves_pkey PRIMARY KEY (version_id, wave_id),
  constraint codebook_version_waves_version_id_fkey FOREIGN KEY (version_id) REFERENCES codebook_versions(id) ON DELETE CASCADE,
  constraint codebook_version_waves_wave_id_fkey FOREIGN KEY (wave_id) REFERENCES waves(id) ON DELETE CASCADE
);

create table codebook_versions (
  id uuid not null,
  project_id uuid not null,
  number integer not null,
  name text not null,
  note text not null default ''::text,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  tree jsonb not null,
  constraint codebook_versions_in_order UNIQUE (project_id, number),
  constraint codebook_versions_made_by_fkey FOREIGN KEY (made_by) REFERENCES users(id),
  constraint codebook_versions_named CHECK ((btrim(name) <> ''::text)),
  constraint codebook_versions_number CHECK ((number >= 1)),
  constraint codebook_versions_pkey PRIMARY KEY (id),
  constraint codebook_versions_project_id_fkey FOREIGN KEY (project_id) REFERENCES projects(id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX codebook_versions_unique ON codebook_versions USING btree (project_id, lower(name));
CREATE TRIGGER codebook_versions_stay BEFORE UPDATE ON codebook_versions FOR EACH ROW WHEN (((old.tree IS DISTINCT FROM new.tree) OR (old.made_at IS DISTINCT FROM new.made_at) OR (old.made_by IS DISTINCT FROM new.made_by) OR (old.number IS DISTINCT FROM new.number))) EXECUTE FUNCTION codebook_versions_stay();

create table codes (
  id uuid not null,
  project_id uuid not null,
  parent_id uuid,
  name text not null,
  definition text not null default ''::text,
  include text not null default ''::text,
  exclude text not null default ''::text,
  example text not null default ''::text,
  synonyms text[] not null default '{}'::text[],
  color integer,
  is_codable boolean not null default true,
  has_own_pillars boolean not null default false,
  place integer not null default 0,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  deleted_at timestamp with time zone,
  deletion_id uuid,
  placed_by uuid,
  constraint codes_color CHECK (((color >= 0) AND (color <= 11))),
  constraint codes_created_by_fkey FOREIGN KEY (created_by) REFERENCES users(id),
  constraint codes_named CHECK ((btrim(name) <> ''::text)),
  constraint codes_not_own_parent CHECK ((parent_id IS DISTINCT FROM id)),
  constraint codes_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES codes(id),
  constraint codes_pkey PRIMARY KEY (id),
  constraint codes_placed_by_fkey FOREIGN KEY (placed_by) REFERENCES users(id),
  constraint codes_project_id_fkey FOREIGN KEY (project_id) REFERENCES projects(id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX codes_unique ON codes USING btree (project_id, COALESCE(parent_id, '00000000-0000-0000-0000-000000000000'::uuid), lower(name)) WHERE (deleted_at IS NULL);
CREATE TRIGGER codes_enter_tree AFTER INSERT ON codes FOR EACH ROW EXECUTE FUNCTION codes_enter_tree();
CREATE TRIGGER codes_move_in_tree AFTER UPDATE OF parent_id ON codes FOR EACH ROW WHEN ((old.parent_id IS DISTINCT FROM new.parent_id)) EXECUTE FUNCTION codes_move_in_tree();

create table coding_batch_items (
  batch_id uuid not null,
  coding_id uuid not null,
  constraint coding_batch_items_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES coding_batches(id) ON DELETE CASCADE,
  constraint coding_batch_items_coding_id_fkey FOREIGN KEY (coding_id) REFERENCES codings(id) ON DELETE CASCADE,
  constraint coding_batch_items_pkey PRIMARY KEY (batch_id, coding_id)
);
CREATE INDEX coding_batch_items_coding ON coding_batch_items USING btree (coding_id);

create table coding_batches (
  id uuid not null,
  project_id uuid not null,
  code_id uuid not null,
  coder_id uuid not null,
  made_at timestamp with time zone not null,
  placed_at timestamp with time zone not null,
  deletion_id uuid,
  constraint coding_batches_code_id_fkey FOREIGN KEY (code_id) REFERENCES codes(id) ON DELETE CASCADE,
  constraint coding_batches_coder_id_fkey FOREIGN KEY (coder_id) REFERENCES users(id),
  constraint coding_batches_pkey PRIMARY KEY (id),
  constraint coding_batches_project_id_fkey FOREIGN KEY (project_id) REFERENCES projects(id) ON DELETE CASCADE
);
CREATE INDEX coding_batches_code ON coding_batches USING btree (code_id);
CREATE INDEX coding_batches_coder ON coding_batches USING btree (project_id, coder_id, id DESC);

create table coding_counts (
  code_id uuid not null,
  source_id uuid not null,
  codings integer not null,
  said integer[] not null default '{0,0,0,0,0,0,0,0,0}'::integer[],
  pairs integer not null default ((((((((((said[1] > 0))::integer + (2 * ((said[2] > 0))::integer)) + (4 * ((said[3] > 0))::integer)) + (8 * ((said[4] > 0))::integer)) + (16 * ((said[5] > 0))::integer)) + (32 * ((said[6] > 0))::integer)) + (64 * ((said[7] > 0))::integer)) + (128 * ((said[8] > 0))::integer)) + (256 * ((said[9] > 0))::integer)),
  changed bigint not null default own_transaction(),
  constraint coding_counts_code_id_fkey FOREIGN KEY (code_id) REFERENCES codes(id) ON DELETE CASCADE,
  constraint coding_counts_not_negative CHECK ((codings >= 0)),
  constraint coding_counts_pkey PRIMARY KEY (code_id, source_id),
  constraint coding_counts_source_id_fkey FOREIGN KEY (source_id) REFERENCES sources(id) ON DELETE CASCADE
);
CREATE INDEX coding_counts_changed ON coding_counts USING btree (changed);
CREATE INDEX coding_counts_source ON coding_counts USING btree (source_id);

create table codings (
  id uuid not null,
  project_id uuid not null,
  source_id uuid not null,
  version integer not null,
  start_position integer not null,
  end_position integer not null,
  quote text not null,
  prefix text not null,
  suffix text not null,
  code_id uuid not null,
  coder_id uuid not null,
  change text,
  level text,
  memo text not null default ''::text,
  is_important boolean not null default false,
  layer text not null default 'shared'::text,
  coded_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  deleted_at timestamp with time zone,
  deletion_id uuid,
  changed_in integer,
  orphaned_in integer,
  orphaned_at integer,
  made_in integer,
  made_start integer,
  made_end integer,
  reviewed_change integer,
  placed_from jsonb,
  memo_writers uuid[] not null default '{}'::uuid[],
  gave_away jsonb,
  code_set_at timestamp with time zone,
  earlier_codes jsonb not null default '{}'::jsonb,
  decided_at jsonb,
  constraint codings_change CHECK ((change = ANY (ARRAY['forward'::text, 'backward'::text]))),
  constraint codings_code_id_fkey FOREIGN KEY (code_id) REFERENCES codes(id),
  constraint codings_coder_id_fkey FOREIGN KEY (coder_id) REFERENCES users(id),
  constraint codings_layer CHECK ((layer = ANY (ARRAY['shared'::text, 'second'::text]))),
  constraint codings_level CHECK ((level = ANY (ARRAY['good'::text, 'improve'::text]))),
  constraint codings_made CHECK ((((made_in IS NULL) = (made_start IS NULL)) AND ((made_in IS NULL) = (made_end IS NULL)) AND (made_start < made_end))),
  constraint codings_not_empty CHECK (((0 <= start_position) AND (start_position < end_position))),
  constraint codings_orphaned CHECK ((((orphaned_in IS NULL) = (orphaned_at IS NULL)) AND ((orphaned_in IS NULL) OR (deleted_at IS NOT NULL)))),
  constraint codings_pkey PRIMARY KEY (id),
  constraint codings_project_id_fkey FOREIGN KEY (project_id) REFERENCES projects(id) ON DELETE CASCADE,
  constraint codings_source_id_fkey FOREIGN KEY (source_id) REFERENCES sources(id) ON DELETE CASCADE,
  constraint codings_source_id_version_fkey FOREIGN KEY (source_id, version) REFERENCES source_versions(source_id, version)
);
CREATE INDEX codings_by_words ON codings USING btree (project_id, md5(lower(btrim(regexp_replace(quote, '\s+'::text, ' '::text, 'g'::text)))));
CREATE INDEX codings_changed ON codings USING btree (source_id) WHERE (changed_in IS NOT NULL);
CREATE INDEX codings_code ON codings USING btree (code_id, source_id, start_position) INCLUDE (end_position, coder_id) WHERE (deleted_at IS NULL);
CREATE INDEX codings_coder ON codings USING btree (coder_id, coded_at) WHERE (deleted_at IS NULL);
CREATE INDEX codings_last_change ON codings USING btree (source_id, GREATEST(changed_at, deleted_at));
CREATE INDEX codings_orphaned ON codings USING btree (source_id, orphaned_at) WHERE (orphaned_in IS NOT NULL);
CREATE INDEX codings_source ON codings USING btree (source_id, start_position) INCLUDE (end_position, code_id, coder_id) WHERE (deleted_at IS NULL);
CREATE INDEX codings_with_note ON codings USING btree (project_id, coded_at, id) WHERE ((memo <> ''::text) AND (deleted_at IS NULL));
CREATE UNIQUE INDEX codings_unique ON codings USING btree (source_id, start_position, end_position, code_id, coder_id) WHERE (deleted_at IS NULL);
CREATE TRIGGER codings_count AFTER INSERT OR DELETE OR UPDATE OF code_id, layer, deleted_at, change, level ON codings FOR EACH ROW EXECUTE FUNCTION codings_count();

create table consents (
  id uuid not null,
  case_id uuid not null,
  purpose text not null,
  state text not null,
  decided_on text not null,
  way text not null,
  letter text not null default ''::text,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null,
  constraint consents_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON DELETE CASCADE,
  constraint consents_decided_on CHECK ((decided_on ~ '^\d{4}-\d{2}-\d{2}$'::text)),
  constraint consents_pkey PRIMARY KEY (id),
  constraint consents_purpose CHECK ((purpose = ANY (ARRAY['participation'::text, 'recording'::text, 'quotes'::text, 'archive'::text, 'special-data'::text, 'parental'::text]))),
  constraint consents_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES users(id),
  constraint consents_state CHECK ((state = ANY (ARRAY['given'::text, 'refused'::text, 'withdrawn'::text]))),
  constraint consents_way CHECK ((way = ANY (ARRAY['paper'::text, 'digital'::text, 'spoken'::text])))
);
CREATE INDEX consents_case ON consents USING btree (case_id, purpose, decided_on);
CREATE TRIGGER consents_stay BEFORE UPDATE ON consents FOR EACH ROW EXECUTE FUNCTION consents_stay();

create table decisions (
  id uuid not null,
  project_id uuid not null,
  pillar_id uuid not null,
  area_id uuid not null,
  from_wave_id uuid not null,
  to_wave_id uuid not null,
  code_id uuid not null,
  fit text not null,
  proposal text,
  reason text not null default ''::text,
  meta_inference text not null default ''::text,
  without_explanation boolean not null default false,
  data_fingerprint text not null,
  decided_by uuid not null,
  decided_at timestamp with time zone not null,
  basis jsonb,
  constraint decisions_area_id_fkey FOREIGN KEY (area_id) REFERENCES areas(id),
  constraint decisions_code_id_fkey FOREIGN KEY (code_id) REFERENCES codes(id),
  constraint decisions_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES users(id),
  constraint decisions_fit CHECK ((fit = ANY (ARRAY['confirms'::text, 'partly-confirms'::text, 'expands'::text, 'contradicts'::text, 'figures-only'::text, 'voices-only'::text]))),
  constraint decisions_from_wave_id_fkey FOREIGN KEY (from_wave_id) REFERENCES waves(id),
  constraint decisions_pillar_id_fkey FOREIGN KEY (pillar_id) REFERENCES pillars(id),
  constraint decisions_pkey PRIMARY KEY (id),
  constraint decisions_project_id_fkey FOREIGN KEY (project_id) REFERENCES projects(id) ON DELETE CASCADE,
  constraint decisions_proposal CHECK ((proposal = ANY (ARRAY['confirms'::text, 'partly-confirms'::text, 'expands'::text, 'contradicts'::text, 'figures-only'::text, 'voices-only'::text]))),
  constraint decisions_to_wave_id_fkey FOREIGN KEY (to_wave_id) REFERENCES waves(id)
);
CREATE INDEX decisions_row ON decisions USING btree (project_id, area_id, pillar_id, from_wave_id, to_wave_id, code_id, decided_at DESC);

create table destructions (
  id uuid not null,
  project_id uuid not null,
  source_id uuid not null,
  kind text not null,
  why text not null,
  reason text not null default ''::text,
  state text not null,
  key_entries integer not null default 0,
  versions integer not null default 0,
  bytes integer not null default 0,
  proposed_by uuid,
  proposed_at timestamp with time zone not null,
  decided_by uuid,
  decided_at timestamp with time zone,
  constraint destructions_decided CHECK (((state = 'proposed'::text) = (decided_at IS NULL))),
  constraint destructions_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES users(id),
  constraint destructions_kind CHECK ((kind = ANY (ARRAY['original'::text, 'key'::text, 'interview'::text]))),
  constraint destructions_pkey PRIMARY KEY (id),
  constraint destructions_project_id_fkey FOREIGN KEY (project_id) REFERENCES projects(id) ON DELETE CASCADE,
  constraint destructions_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES users(id),
  constraint destructions_state CHECK ((state = ANY (ARRAY['proposed'::text, 'done'::text, 'declined'::text]))),
  constraint destructions_two_people CHECK (((kind <> 'key'::text) OR (state <> 'done'::text) OR (why <> 'hand'::text) OR ((proposed_by IS NOT NULL) AND (decided_by IS NOT NULL) AND (proposed_by <> decided_by)))),
  constraint destructions_why CHECK ((why = ANY (ARRAY['term'::text, 'hand'::text, 'deletion'::text, 'withdrawal'::text])))
);
CREATE INDEX destructions_project ON destructions USING btree (project_id, decided_at);
CREATE UNIQUE INDEX destructions_one_open ON destructions USING btree (source_id, kind) WHERE (state = 'proposed'::text);
CREATE TRIGGER destructions_stay BEFORE UPDATE ON destructions FOR EACH ROW WHEN ((old.state <> 'proposed'::text)) EXECUTE FUNCTION destructions_stay();

create table disclosure_confirmations (
  id uuid not null,
  project_id uuid not null,
  kind text not null,
  fingerprint text not null,
  findings integer not null,
  reason text not null,
  confirmed_by uuid not null,
  confirmed_at timestamp with time zone not null,
  constraint disclosure_confirmations_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES users(id),
  constraint disclosure_confirmations_findings CHECK ((findings >= 0)),
  constraint disclosure_confirmations_kind CHECK ((kind = ANY (ARRAY['report'::text, 'factsheet'::text, 'joint-display'::text, 'quotes'::text, 'queried-quotes'::text, 'review-session'::text, 'long-display'::text, 'network-display'::text, 'memos'::text, 'codebook'::text, 'study-table'::text, 'kernset'::text]))),
  constraint disclosure_confirmations_pkey PRIMARY KEY (id),
  constraint disclosure_confirmations_project_id_fkey FOREIGN KEY (project_id) REFERENCES projects(id) ON DELETE CASCADE,
  constraint disclosure_confirmations_reason CHECK ((btrim(reason) <> ''::text))
);
CREATE INDEX disclosure_confirmations_project ON disclosure_confirmations USING btree (project_id);

create table edition_quotes (
  edition_id uuid not null,
  place integer not null,
  coding_id uuid not null,
  said text not null,
  reference text not null,
  constraint edition_quotes_coding_id_fkey FOREIGN KEY (coding_id) REFERENCES codings(id) ON DELETE CASCADE,
  constraint edition_quotes_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES factsheet_editions(id) ON DELETE CASCADE,
  constraint edition_quotes_pkey PRIMARY KEY (edition_id, place)
);
CREATE INDEX edition_quotes_coding ON edition_quotes USING btree (coding_id);

create table edition_sources (
  edition_id uuid not null,
  source_id uuid not null,
  constraint edition_sources_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES factsheet_editions(id) ON DELETE CASCADE,
  constraint edition_sources_pkey PRIMARY KEY (edition_id, source_id),
  constraint edition_sources_source_id_fkey FOREIGN KEY (source_id) REFERENCES sources(id) ON DELETE CASCADE
);
CREATE INDEX edition_sources_source ON edition_sources USING btree (source_id);

create table explanation_evidence (
  id uuid not null,
  project_id uuid not null,
  explanation_id uuid not null,
  place integer not null,
  kind text not null,
  side text not null,
  remark text not null default ''::text,
  coding_id uuid,
  memo_id uuid,
  indicator_id uuid,
  area_id uuid,
  from_wave_id uuid,
  to_wave_id uuid,
  seen jsonb,
  reference text,
  url text,
  added_by uuid not null,
  added_at timestamp with time zone not null,
  constraint explanation_evidence_added_by_fkey FOREIGN KEY (added_by) REFERENCES users(id),
  constraint explanation_evidence_area_id_fkey FOREIGN KEY (area_id) REFERENCES areas(id) ON DELETE CASCADE,
  constraint explanation_evidence_coding_id_fkey FOREIGN KEY (coding_id) REFERENCES codings(id) ON DELETE CASCADE,
  constraint explanation_evidence_explanation_id_fkey FOREIGN KEY (explanation_id) REFERENCES explanations(id) ON DELETE CASCADE,
  constraint explanation_evidence_from_wave_id_fkey FOREIGN KEY (from_wave_id) REFERENCES waves(id) ON DELETE CASCADE,
  constraint explanation_evidence_indicator_id_fkey FOREIGN KEY (indicator_id) REFERENCES indicators(id) ON DELETE CASCADE,
  constraint explanation_evidence_kind CHECK ((kind = ANY (ARRAY['quote'::text, 'memo'::text, 'figure'::text, 'literature'::text]))),
  constraint explanation_evidence_memo_id_fkey FOREIGN KEY (memo_id) REFERENCES memos(id) ON DELETE CASCADE,
  constraint explanation_evidence_one_thing CHECK (
CASE kind
    WHEN 'quote'::text THEN ((coding_id IS NOT NULL) AND (num_nonnulls(memo_id, indicator_id, area_id, from_wave_id, to_wave_id, seen, reference, url) = 0))
    WHEN 'memo'::text THEN ((memo_id IS NOT NULL) AND (num_nonnulls(coding_id, indicator_id, area_id, from_wave_id, to_wave_id, seen, reference, url) = 0))
    WHEN 'figure'::text THEN ((num_nulls(indicator_id, area_id, to_wave_id, seen) = 0) AND (num_nonnulls(coding_id, memo_id, reference, url) = 0))
    ELSE ((btrim(reference) <> ''::text) AND (num_nonnulls(coding_id, memo_id, indicator_id, area_id, from_wave_id, to_wave_id, seen) = 0))
END),
  constraint explanation_evidence_pkey PRIMARY KEY (id),
  constraint explanation_evidence_project_id_fkey FOREIGN KEY (project_id) REFERENCES projects(id) ON DELETE CASCADE,
  constraint explanation_evidence_side CHECK ((side = ANY (ARRAY['supports'::text, 'contradicts'::text]))),
  constraint explanation_evidence_to_wave_id_fkey FOREIGN KEY (to_wave_id) REFERENCES waves(id) ON DELETE CASCADE
);
CREATE INDEX explanation_evidence_coding ON explanation_evidence USING btree (coding_id) WHERE (coding_id IS NOT NULL);
CREATE INDEX explanation_evidence_explanation ON explanation_evidence USING btree (explanation_id);
CREATE INDEX explanation_evidence_memo ON explanation_evidence USING btree (memo_id) WHERE (memo_id IS NOT NULL);

create table explanations (
  id uuid not null,
  project_id uuid not null,
  indicator_id uuid not null,
  area_id uuid not null,
  from_wave_id uuid not null,
  to_wave_id uuid not null,
  kind text not null,
  text text not null,
  said_by text not null,
  evidence text not null default ''::text,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  counter_evidence text not null default ''::text,
  strength text not null default 'one'::text,
  session_id uuid,
  version integer not null default 1,
  constraint explanations_area_id_fkey FOREIGN KEY (area_id) REFERENCES areas(id),
  constraint explanations_created_by_fkey FOREIGN KEY (created_by) REFERENCES users(id),
  constraint explanations_from_wave_id_fkey FOREIGN KEY (from_wave_id) REFERENCES waves(id),
  constraint explanations_indicator_id_fkey FOREIGN KEY (indicator_id) REFERENCES indicators(id) ON DELETE CASCADE,
  constraint explanations_kind CHECK ((kind = ANY (ARRAY['substantive'::text, 'policy'::text, 'national'::text, 'method'::text, 'unknown'::text]))),
  constraint explanations_not_empty CHECK ((btrim(text) <> ''::text)),
  constraint explanations_pkey PRIMARY KEY (id),
  constraint explanations_project_id_fkey FOREIGN KEY (project_id) REFERENCES projects(id) ON DELETE CASCADE,
  constraint explanations_said_by CHECK ((said_by = ANY (ARRAY['resident'::text, 'professional'::text, 'municipality'::text, 'researcher'::text]))),
  constraint explanations_session_id_fkey FOREIGN KEY (session_id) REFERENCES review_sessions(id) ON DELETE SET NULL,
  constraint explanations_strength CHECK ((strength = ANY (ARRAY['one'::text, 'several'::text, 'supported'::text]))),
  constraint explanations_to_wave_id_fkey FOREIGN KEY (to_wave_id) REFERENCES waves(id)
);
CREATE INDEX explanations_area ON explanations USING btree (project_id, area_id);

create table factsheet_editions (
  id uuid not null,
  project_id uuid not null,
  area_id uuid not null,
  from_wave_id uuid not null,
  to_wave_id uuid not null,
  number integer not null,
  title text not null,
  language text not null,
  document jsonb not null,
  fingerprint text not null,
  published_by uuid not null,
  published_at timestamp with time zone not null,
  withdrawn_by uuid,
  withdrawn_at timestamp with time zone,
  withdrawn_reason text,
  constraint factsheet_editions_area_id_fkey FOREIGN KEY (area_id) REFERENCES areas(id),
  constraint factsheet_editions_from_wave_id_fkey FOREIGN KEY (from_wave_id) REFERENCES waves(id),
  constraint factsheet_editions_language CHECK ((language = ANY (ARRAY['nl'::text, 'en'::text]))),
  constraint factsheet_editions_number CHECK ((number >= 1)),
  constraint factsheet_editions_pkey PRIMARY KEY (id),
  constraint factsheet_editions_project_id_fkey FOREIGN KEY (project_id) REFERENCES projects(id) ON DELETE CASCADE,
  constraint factsheet_editions_published_by_fkey FOREIGN KEY (published_by) REFERENCES users(id),
  constraint factsheet_editions_to_wave_id_fkey FOREIGN KEY (to_wave_id) REFERENCES waves(id),
  constraint factsheet_editions_unique UNIQUE (area_id, from_wave_id, to_wave_id, number),
  constraint factsheet_editions_withdrawn CHECK ((num_nulls(withdrawn_by, withdrawn_at, withdrawn_reason) = ANY (ARRAY[0, 3]))),
  constraint factsheet_editions_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES users(id)
);
CREATE INDEX factsheet_editions_project ON factsheet_editions USING btree (project_id, published_at DESC, id DESC);
CREATE TRIGGER factsheet_editions_stay BEFORE UPDATE ON factsheet_editions FOR EACH ROW WHEN (((old.document IS DISTINCT FROM new.document) OR (old.fingerprint IS DISTINCT FROM new.fingerprint) OR (old.number IS DISTINCT FROM new.number) OR (old.title IS DISTINCT FROM new.title) OR (old.published_by IS DISTINCT FROM new.published_by) OR (old.published_at IS DISTINCT FROM new.published_at) OR (old.withdrawn_at IS NOT NULL))) EXECUTE FUNCTION factsheet_editions_stay();

create table figure_imports (
  id uuid not null,
  project_id uuid not null,
  source_name text not null,
  added integer not null,
  changed integer not null,
  imported_by uuid not null,
  imported_at timestamp with time zone not null,
  undone_by uuid,
  undone_at timestamp with time zone,
  constraint figure_imports_added CHECK ((added >= 0)),
  constraint figure_imports_changed CHECK ((changed >= 0)),
  constraint figure_imports_imported_by_fkey FOREIGN KEY (imported_by) REFERENCES users(id),
  constraint figure_imports_pkey PRIMARY KEY (id),
  constraint figure_imports_project_id_fkey FOREIGN KEY (project_id) REFERENCES projects(id) ON DELETE CASCADE,
  constraint figure_imports_undone CHECK (((undone_by IS NULL) = (undone_at IS NULL))),
  constraint figure_imports_undone_by_fkey FOREIGN KEY (undone_by) REFERENCES users(id)
);
CREATE INDEX figure_imports_project ON figure_imports USING btree (project_id, imported_at DESC, id DESC);

create table figure_recognitions (
  id uuid not null,
  session_id uuid not null,
  indicator_id uuid not null,
  answer text not null,
  said_by text not null,
  remark text not null default ''::text,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  constraint figure_recognitions_answer CHECK ((answer = ANY (ARRAY['yes'::text, 'partly'::text, 'no'::text]))),
  constraint figure_recognitions_created_by_fkey FOREIGN KEY (created_by) REFERENCES users(id),
  constraint figure_recognitions_indicator_id_fkey FOREIGN KEY (indicator_id) REFERENCES indicators(id) ON DELETE CASCADE,
  constraint figure_recognitions_pkey PRIMARY KEY (id),
  constraint figure_recognitions_said_by CHECK ((said_by = ANY (ARRAY['resident'::text, 'professional'::text, 'municipality'::text, 'researcher'::text]))),
  constraint figure_recognitions_session_id_fkey FOREIGN KEY (session_id) REFERENCES review_sessions(id) ON DELETE CASCADE
);
CREATE INDEX figure_recognitions_session ON figure_recognitions USING btree (session_id);

create table figure_source_columns (
  figure_source_id uuid not null,
  column_name text not null,
  indicator_id uuid,
  role text,
  picked text,
  constraint figure_source_columns_figure_source_id_fkey FOREIGN KEY (figure_source_id) REFERENCES figure_sources(id) ON DELETE CASCADE,
  constraint figure_source_columns_indicator_id_fkey FOREIGN KEY (indicator_id) REFERENCES indicators(id) ON DELETE CASCADE,
  constraint figure_source_columns_pkey PRIMARY KEY (figure_source_id, column_name)
);

create table figure_source_names (
  figure_source_id uuid not null,
  name text not null,
  indicator_id uuid,
  constraint figure_source_names_figure_source_id_fkey FOREIGN KEY (figure_source_id) REFERENCES figure_sources(id) ON DELETE CASCADE,
  constraint figure_source_names_indicator_id_fkey FOREIGN KEY (indicator_id) REFERENCES indicators(id) ON DELETE CASCADE,
  constraint figure_source_names_pkey PRIMARY KEY (figure_source_id, name)
);

create table figure_sources (
  id uuid not null,
  project_id uuid not null,
  name text not null,
  layout text not null,
  changed_by uuid not null,
  changed_at timestamp with time zone not null,
  constraint figure_sources_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES users(id),
  constraint figure_sources_named CHECK ((btrim(name) <> ''::text)),
  constraint figure_sources_pkey PRIMARY KEY (id),
  constraint figure_sources_project_id_fkey FOREIGN KEY (project_id) REFERENCES projects(id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX figure_sources_unique ON figure_sources USING btree (project_id, lower(name));

create table import_jobs (
  id uuid not null,
  import_id uuid not null,
  file_id uuid,
  place integer not null,
  name text not null,
  part text,
  title text not null,
  state text not null,
  tries integer not null default 0,
  claimed_at timestamp with time zone,
  source_id uuid,
  told jsonb not null default '[]'::jsonb,
  constraint import_jobs_file_id_fkey FOREIGN KEY (file_id) REFERENCES source_import_files(id) ON DELETE SET NULL,
  constraint import_jobs_import_id_fkey FOREIGN KEY (import_id) REFERENCES source_imports(id) ON DELETE CASCADE,
  constraint import_jobs_pkey PRIMARY KEY (id),
  constraint import_jobs_place UNIQUE (import_id, place),
  constraint import_jobs_source_id_fkey FOREIGN KEY (source_id) REFERENCES sources(id) ON DELETE SET NULL,
  constraint import_jobs_state CHECK ((state = ANY (ARRAY['waiting'::text, 'reading'::text, 'stored'::text, 'refused'::text, 'cancelled'::text])))
);
CREATE INDEX import_jobs_file ON import_jobs USING btree (file_id);
CREATE INDEX import_jobs_open ON import_jobs USING btree (place, import_id) WHERE (state = ANY (ARRAY['waiting'::text, 'reading'::text]));
CREATE INDEX import_jobs_source ON import_jobs USING btree (source_id);

create table indicators (
  id uuid not null,
  project_id uuid not null,
  key text not null,
  label text not null,
  pillar_id uuid not null,
  unit text not null,
  direction text not null,
  kind text not null,
  source text not null default ''::text,
  rhythm text,
  threshold double precision not null,
  threshold_unit text not null,
  place integer not null default 0,
  constraint indicators_direction CHECK ((direction = ANY (ARRAY['higher-better'::text, 'lower-better'::text, 'neutral'::text]))),
  constraint indicators_keyed CHECK ((btrim(key) <> ''::text)),
  constraint indicators_kind CHECK ((kind = ANY (ARRAY['survey'::text, 'model'::text, 'register'::text]))),
  constraint indicators_pillar_id_fkey FOREIGN KEY (pillar_id) REFERENCES pillars(id),
  constraint indicators_pkey PRIMARY KEY (id),
  constraint indicators_project_id_fkey FOREIGN KEY (project_id) REFERENCES projects(id) ON DELETE CASCADE,
  constraint indicators_threshold CHECK ((threshold >= (0)::double precision)),
  constraint indicators_threshold_unit CHECK ((threshold_unit = ANY (ARRAY['points'::text, 'percent'::text])))
);
CREATE UNIQUE INDEX indicators_unique ON indicators USING btree (project_id, lower(key));

create table invitations (
  token_hash text not null,
  user_id uuid not null,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  constraint invitations_hashed CHECK ((token_hash ~ '^[0-9a-f]{64}$'::text)),
  constraint invitations_pkey PRIMARY KEY (token_hash),
  constraint invitations_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
);

create table key_openings (
  id uuid not null,
  source_id uuid not null,
  act text not null,
  reason text not null,
  entries integer not null,
  opened_by uuid not null,
  opened_at timestamp with time zone not null,
  version integer,
  open_until timestamp with time zone,
  constraint key_openings_act CHECK ((act = ANY (ARRAY['opened'::text, 'destroyed'::text, 'original-opened'::text, 'version-opened'::text]))),
  constraint key_openings_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES users(id),
  constraint key_openings_pkey PRIMARY KEY (id),
  constraint key_openings_reason CHECK ((btrim(reason) <> ''::text)),
  constraint key_openings_source_id_fkey FOREIGN KEY (source_id) REFERENCES sources(id) ON DELETE CASCADE,
  constraint key_openings_version CHECK (((act = 'version-opened'::text) = ((version IS NOT NULL) AND (open_until IS NOT NULL))))
);
CREATE INDEX key_openings_source ON key_openings USING btree (source_id, opened_at);
CREATE TRIGGER key_openings_stay BEFORE UPDATE ON key_openings FOR EACH ROW EXECUTE FUNCTION key_openings_stay();

create table leftover_names (
  id uuid not null,
  source_id uuid not null,
  text_version integer not null,
  start_position integer not null,
  end_position integer not null,
  key_version text,
  nonce text,
  sealed text,
  state text not null default 'open'::text,
  reported_by uuid not null,
  reported_at timestamp with time zone not null,
  settled_by uuid,
  settled_at timestamp with time zone,
  constraint leftover_names_not_empty CHECK (((0 <= start_position) AND (start_position < end_position))),
  constraint leftover_names_pkey PRIMARY KEY (id),
  constraint leftover_names_reported_by_fkey FOREIGN KEY (reported_by) REFERENCES users(id),
  constraint leftover_names_sealed CHECK (((state = 'open'::text) = (sealed IS NOT NULL))),
  constraint leftover_names_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES users(id),
  constraint leftover_names_source_id_fkey FOREIGN KEY (source_id) REFERENCES sources(id) ON DELETE CASCADE,
  constraint leftover_names_source_id_text_version_fkey FOREIGN KEY (source_id, text_version) REFERENCES source_versions(source_id, version),
  constraint leftover_names_state CHECK ((state = ANY (ARRAY['open'::text, 'replaced'::text, 'rejected'::text, 'removed'::text])))
);
CREATE INDEX leftover_names_source ON leftover_names USING btree (source_id) WHERE (state = 'open'::text);

create table lesson_pillars (
  lesson_id uuid not null,
  pillar_id uuid not null,
  constraint lesson_pillars_lesson_id_fkey FOREIGN KEY (lesson_id) REFERENCES lessons(id) ON DELETE CASCADE,
  constraint lesson_pillars_pillar_id_fkey FOREIGN KEY (pillar_id) REFERENCES pillars(id),
  constraint lesson_pillars_pkey PRIMARY KEY (lesson_id, pillar_id)
);
CREATE INDEX lesson_pillars_pillar ON lesson_pillars USING btree (pillar_id);

create table lessons (
  id uuid not null,
  project_id uuid not null,
  area_id uuid not null,
  wave_id uuid,
  period text not null default ''::text,
  title text not null,
  happened text not null,
  learnt text not null,
  audience text not null default ''::text,
  explanation_id uuid,
  display_pillar_id uuid,
  state text not null,
  is_shared boolean not null default false,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  version integer not null,
  archived_at timestamp with time zone,
  constraint lessons_area_id_fkey FOREIGN KEY (area_id) REFERENCES areas(id),
  constraint lessons_created_by_fkey FOREIGN KEY (created_by) REFERENCES users(id),
  constraint lessons_display_pillar_id_fkey FOREIGN KEY (display_pillar_id) REFERENCES pillars(id) ON DELETE SET NULL,
  constraint lessons_evidence CHECK (((explanation_id IS NULL) OR (display_pillar_id IS NULL))),
  constraint lessons_explanation_id_fkey FOREIGN KEY (explanation_id) REFERENCES explanations(id) ON DELETE SET NULL,
  constraint lessons_pkey PRIMARY KEY (id),
  constraint lessons_project_id_fkey FOREIGN KEY (project_id) REFERENCES projects(id) ON DELETE CASCADE,
  constraint lessons_state CHECK ((state = ANY (ARRAY['draft'::text, 'published'::text]))),
  constraint lessons_version CHECK ((version >= 1)),
  constraint lessons_wave_id_fkey FOREIGN KEY (wave_id) REFERENCES waves(id)
);
CREATE INDEX lessons_area ON lessons USING btree (area_id);
CREATE INDEX lessons_explanation ON lessons USING btree (explanation_id) WHERE (explanation_id IS NOT NULL);
CREATE INDEX lessons_project ON lessons USING btree (project_id, created_at DESC, id DESC);

create table membership_areas (
  membership_id uuid not null,
  area_id uuid not null,
  constraint membership_areas_area_id_fkey FOREIGN KEY (area_id) REFERENCES areas(id) ON DELETE CASCADE,
  constraint membership_areas_membership_id_fkey FOREIGN KEY (membership_id) REFERENCES memberships(id) ON DELETE CASCADE,
  constraint membership_areas_pkey PRIMARY KEY (membership_id, area_id)
);

create table memberships (
  id uuid not null,
  project_id uuid not null,
  user_id uuid not null,
  role text not null,
  in_all_areas boolean not null default true,
  created_at timestamp with time zone not null,
  constraint memberships_pkey PRIMARY KEY (id),
  constraint memberships_project_id_fkey FOREIGN KEY (project_id) REFERENCES projects(id) ON DELETE CASCADE,
  constraint memberships_role CHECK ((role = ANY (ARRAY['administrator'::text, 'interviewer'::text, 'coder'::text, 'codebook-manager'::text, 'author'::text, 'reader'::text, 'key-holder'::text]))),
  constraint memberships_unique UNIQUE (project_id, user_id, role),
  constraint memberships_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
);
CREATE INDEX memberships_user ON memberships USING btree (user_id);

create table memos (
  id uuid not null,
  project_id uuid not null,
  about text not null,
  source_id uuid,
  text_version integer,
  text_position integer,
  coding_id uuid,
  code_id uuid,
  kind text not null,
  title text not null default ''::text,
  body jsonb not null,
  searched text not null,
  visibility text not null,
  author_id uuid not null,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  version integer not null,
  settled_by uuid,
  settled_at timestamp with time zone,
  deleted_at timestamp with time zone,
  case_id uuid,
  constraint memos_about CHECK ((about = ANY (ARRAY['project'::text, 'source'::text, 'turn'::text, 'coding'::text, 'code'::text, 'case'::text]))),
  constraint memos_about_one_thing CHECK ((((source_id IS NOT NULL) = (about = ANY (ARRAY['source'::text, 'turn'::text]))) AND (((text_version IS NOT NULL) AND (text_position IS NOT NULL)) = (about = 'turn'::text)) AND ((coding_id IS NOT NULL) = (about = 'coding'::text)) AND ((code_id IS NOT NULL) = (about = 'code'::text)) AND ((case_id IS NOT NULL) = (about = 'case'::text)))),
  constraint memos_author_id_fkey FOREIGN KEY (author_id) REFERENCES users(id),
  constraint memos_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON DELETE CASCADE,
  constraint memos_code_id_fkey FOREIGN KEY (code_id) REFERENCES codes(id) ON DELETE CASCADE,
  constraint memos_coding_id_fkey FOREIGN KEY (coding_id) REFERENCES codings(id) ON DELETE CASCADE,
  constraint memos_kind CHECK ((kind = ANY (ARRAY['thought'::text, 'question'::text, 'explanation'::text]))),
  constraint memos_pkey PRIMARY KEY (id),
  constraint memos_project_id_fkey FOREIGN KEY (project_id) REFERENCES projects(id) ON DELETE CASCADE,
  constraint memos_settled CHECK ((((settled_by IS NULL) = (settled_at IS NULL)) AND ((settled_at IS NULL) OR (kind = 'question'::text)))),
  constraint memos_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES users(id),
  constraint memos_source_id_fkey FOREIGN KEY (source_id) REFERENCES sources(id) ON DELETE CASCADE,
  constraint memos_version CHECK ((version >= 1)),
  constraint memos_visibility CHECK ((visibility = ANY (ARRAY['private'::text, 'shared'::text])))
);
CREATE INDEX memos_case ON memos USING btree (case_id) WHERE (case_id IS NOT NULL);
CREATE INDEX memos_code ON memos USING btree (code_id) WHERE (code_id IS NOT NULL);
CREATE INDEX memos_coding ON memos USING btree (coding_id) WHERE (coding_id IS NOT NULL);
CREATE INDEX memos_project ON memos USING btree (project_id, created_at DESC, id DESC) WHERE (deleted_at IS NULL);
CREATE INDEX memos_source ON memos USING btree (source_id) WHERE (source_id IS NOT NULL);

create table observation_changes (
  id integer not null,
  project_id uuid not null,
  indicator_id uuid not null,
  area_id uuid not null,
  wave_id uuid not null,
  before jsonb,
  after jsonb,
  import_id uuid,
  is_undo boolean not null default false,
  changed_by uuid not null,
  changed_at timestamp with time zone not null,
  constraint observation_changes_area_id_fkey FOREIGN KEY (area_id) REFERENCES areas(id) ON DELETE CASCADE,
  constraint observation_changes_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES users(id),
  constraint observation_changes_import_id_fkey FOREIGN KEY (import_id) REFERENCES figure_imports(id) ON DELETE CASCADE,
  constraint observation_changes_indicator_id_fkey FOREIGN KEY (indicator_id) REFERENCES indicators(id) ON DELETE CASCADE,
  constraint observation_changes_pkey PRIMARY KEY (id),
  constraint observation_changes_project_id_fkey FOREIGN KEY (project_id) REFERENCES projects(id) ON DELETE CASCADE,
  constraint observation_changes_something CHECK (((before IS NOT NULL) OR (after IS NOT NULL))),
  constraint observation_changes_undo CHECK (((NOT is_undo) OR (import_id IS NOT NULL))),
  constraint observation_changes_wave_id_fkey FOREIGN KEY (wave_id) REFERENCES waves(id) ON DELETE CASCADE
);
CREATE INDEX observation_changes_cell ON observation_changes USING btree (indicator_id, area_id, id DESC);
CREATE INDEX observation_changes_import ON observation_changes USING btree (import_id) WHERE (import_id IS NOT NULL);

create table observations (
  id uuid not null,
  project_id uuid not null,
  indicator_id uuid not null,
  area_id uuid not null,
  wave_id uuid not null,
  reference_year integer not null,
  value double precision,
  n integer,
  lower double precision,
  upper double precision,
  trend_break boolean not null default false,
  suppressed boolean not null default false,
  note text not null default ''::text,
  imported_by uuid not null,
  imported_at timestamp with time zone not null,
  source text,
  source_version text,
  trend_break_reason text,
  tested_against uuid,
  tested_change boolean,
  constraint observations_area_id_fkey FOREIGN KEY (area_id) REFERENCES areas(id),
  constraint observations_imported_by_fkey FOREIGN KEY (imported_by) REFERENCES users(id),
  constraint observations_indicator_id_fkey FOREIGN KEY (indicator_id) REFERENCES indicators(id) ON DELETE CASCADE,
  constraint observations_interval CHECK ((lower <= upper)),
  constraint observations_n CHECK ((n >= 0)),
  constraint observations_pkey PRIMARY KEY (id),
  constraint observations_project_id_fkey FOREIGN KEY (project_id) REFERENCES projects(id) ON DELETE CASCADE,
  constraint observations_reference_year CHECK (((reference_year >= 1900) AND (reference_year <= 2200))),
  constraint observations_suppressed CHECK (((NOT suppressed) OR (value IS NULL))),
  constraint observations_tested_against_fkey FOREIGN KEY (tested_against) REFERENCES waves(id),
  constraint observations_tested_other CHECK ((tested_against <> wave_id)),
  constraint observations_tested_whole CHECK (((tested_against IS NULL) = (tested_change IS NULL))),
  constraint observations_unique UNIQUE (indicator_id, area_id, wave_id),
  constraint observations_wave_id_fkey FOREIGN KEY (wave_id) REFERENCES waves(id)
);
CREATE INDEX observations_area ON observations USING btree (project_id, area_id);

create table photos (
  id uuid not null,
  source_id uuid not null,
  place integer not null,
  format text not null,
  width integer not null,
  height integer not null,
  orientation integer not null,
  sha256 text not null,
  bytes bytea not null,
  alternative text not null default ''::text,
  checked_by uuid,
  checked_at timestamp with time zone,
  added_by uuid not null,
  added_at timestamp with time zone not null,
  constraint photos_added_by_fkey FOREIGN KEY (added_by) REFERENCES users(id),
  constraint photos_checked CHECK (((checked_by IS NULL) = (checked_at IS NULL))),
  constraint photos_checked_by_fkey FOREIGN KEY (checked_by) REFERENCES users(id),
  constraint photos_format CHECK ((format = ANY (ARRAY['jpeg'::text, 'png'::text, 'webp'::text]))),
  constraint photos_height CHECK ((height > 0)),
  constraint photos_orientation CHECK (((orientation >= 1) AND (orientation <= 8))),
  constraint photos_pkey PRIMARY KEY (id),
  constraint photos_source_id_fkey FOREIGN KEY (source_id) REFERENCES sources(id) ON DELETE CASCADE,
  constraint photos_unique UNIQUE (source_id, sha256),
  constraint photos_width CHECK ((width > 0))
);
CREATE INDEX photos_source ON photos USING btree (source_id, place);

create table pillar_absences (
  pillar_id uuid not null,
  area_id uuid not null,
  constraint pillar_absences_area_id_fkey FOREIGN KEY (area_id) REFERENCES areas(id) ON DELETE CASCADE,
  constraint pillar_absences_pillar_id_fkey FOREIGN KEY (pillar_id) REFERENCES pillars(id) ON DELETE CASCADE,
  constraint pillar_absences_pkey PRIMARY KEY (pillar_id, area_id)
);

create table pillars (
  id uuid not null,
  project_id uuid not null,
  name text not null,
  short_name text,
  place integer not null default 0,
  constraint pillars_named CHECK ((btrim(name) <> ''::text)),
  constraint pillars_pkey PRIMARY KEY (id),
  constraint pillars_project_id_fkey FOREIGN KEY (project_id) REFERENCES projects(id) ON DELETE CASCADE,
  constraint pillars_unique UNIQUE (project_id, name)
);

create table projects (
  id uuid not null,
  name text not null,
  language text not null default 'nl'::text,
  is_fictional boolean not null default false,
  comparison_area_id uuid,
  include_earlier_waves boolean not null default false,
  small_cell integer not null default 3,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  deleted_at timestamp with time zone,
  asks_for_consent boolean not null default false,
  withdrawal_until text,
  original_days integer not null default 30,
  keys_until text,
  network_group_ids uuid[] not null default '{}'::uuid[],
  constraint projects_comparison_area FOREIGN KEY (comparison_area_id) REFERENCES areas(id) ON DELETE SET NULL,
  constraint projects_created_by_fkey FOREIGN KEY (created_by) REFERENCES users(id),
  constraint projects_keys_until CHECK ((keys_until ~ '^\d{4}-\d{2}-\d{2}$'::text)),
  constraint projects_named CHECK ((btrim(name) <> ''::text)),
  constraint projects_original_days CHECK (((original_days >= 0) AND (original_days <= 3650))),
  constraint projects_pkey PRIMARY KEY (id),
  constraint projects_small_cell CHECK ((small_cell >= 1)),
  constraint projects_withdrawal_until CHECK ((withdrawal_until ~ '^\d{4}-\d{2}-\d{2}$'::text))
);

create table pseudonym_decisions (
  source_id uuid not null,
  group_id text not null,
  kind text not null,
  decision text not null,
  hits jsonb,
  text_version integer not null,
  is_own boolean not null default false,
  placeholder text,
  merged_into text,
  replaced_in integer,
  decided_by uuid not null,
  decided_at timestamp with time zone not null,
  constraint pseudonym_decisions_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES users(id),
  constraint pseudonym_decisions_decision CHECK ((decision = ANY (ARRAY['accepted'::text, 'rejected'::text]))),
  constraint pseudonym_decisions_not_itself CHECK ((merged_into IS DISTINCT FROM group_id)),
  constraint pseudonym_decisions_pkey PRIMARY KEY (source_id, group_id),
  constraint pseudonym_decisions_placeholder CHECK (((decision = 'accepted'::text) = (placeholder IS NOT NULL))),
  constraint pseudonym_decisions_source_id_fkey FOREIGN KEY (source_id) REFERENCES sources(id) ON DELETE CASCADE
);
CREATE INDEX pseudonym_decisions_group ON pseudonym_decisions USING btree (group_id);

create table pseudonym_keys (
  id uuid not null,
  source_id uuid not null,
  kind text not null,
  placeholder text not null,
  key_version text not null,
  nonce text not null,
  sealed text not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  constraint pseudonym_keys_made_by_fkey FOREIGN KEY (made_by) REFERENCES users(id),
  constraint pseudonym_keys_pkey PRIMARY KEY (id),
  constraint pseudonym_keys_source_id_fkey FOREIGN KEY (source_id) REFERENCES sources(id) ON DELETE CASCADE
);
CREATE INDEX pseudonym_keys_source ON pseudonym_keys USING btree (source_id);

create table pseudonym_replacements (
  source_id uuid not null,
  version integer not null,
  kind text not null,
  placeholder text not null,
  hits integer not null,
  replaced_by uuid not null,
  replaced_at timestamp with time zone not null,
  constraint pseudonym_replacements_pkey PRIMARY KEY (source_id, version, kind, placeholder),
  constraint pseudonym_replacements_replaced_by_fkey FOREIGN KEY (replaced_by) REFERENCES users(id),
  constraint pseudonym_replacements_source_id_fkey FOREIGN KEY (source_id) REFERENCES sources(id) ON DELETE CASCADE
);

create table pseudonym_settings (
  project_id uuid not null,
  allowed text[] not null default '{}'::text[],
  organisations text[] not null default '{}'::text[],
  functions text[] not null default '{}'::text[],
  second_reader text not null default 'none'::text,
  sample_percent integer not null default 20,
  numbering text not null default 'interview'::text,
  done_first boolean not null default false,
  constraint pseudonym_settings_numbering CHECK ((numbering = ANY (ARRAY['interview'::text, 'project'::text]))),
  constraint pseudonym_settings_pkey PRIMARY KEY (project_id),
  constraint pseudonym_settings_project_id_fkey FOREIGN KEY (project_id) REFERENCES projects(id) ON DELETE CASCADE,
  constraint pseudonym_settings_sample CHECK (((sample_percent >= 1) AND (sample_percent <= 100))),
  constraint pseudonym_settings_second_reader CHECK ((second_reader = ANY (ARRAY['none'::text, 'sample'::text, 'all'::text])))
);

create table pseudonym_work (
  source_id uuid not null,
  read_turns integer[] not null default '{}'::integer[],
  done_version integer,
  done_by uuid,
  done_at timestamp with time zone,
  check_outcome text,
  check_note text not null default ''::text,
  checked_by uuid,
  checked_at timestamp with time zone,
  constraint pseudonym_work_checked_by_fkey FOREIGN KEY (checked_by) REFERENCES users(id),
  constraint pseudonym_work_done CHECK ((((done_by IS NULL) = (done_at IS NULL)) AND ((done_by IS NULL) = (done_version IS NULL)))),
  constraint pseudonym_work_done_by_fkey FOREIGN KEY (done_by) REFERENCES users(id),
  constraint pseudonym_work_other_reader CHECK (((checked_by IS NULL) OR (check_outcome <> 'confirmed'::text) OR (checked_by <> done_by))),
  constraint pseudonym_work_outcome CHECK ((check_outcome = ANY (ARRAY['confirmed'::text, 'sent-back'::text]))),
  constraint pseudonym_work_pkey PRIMARY KEY (source_id),
  constraint pseudonym_work_source_id_fkey FOREIGN KEY (source_id) REFERENCES sources(id) ON DELETE CASCADE
);

create table readings (
  source_id uuid not null,
  user_id uuid not null,
  version integer not null,
  turns int4multirange not null default '{}'::int4multirange,
  last_turn integer not null,
  read_at timestamp with time zone not null,
  constraint readings_pkey PRIMARY KEY (source_id, user_id),
  constraint readings_source_id_fkey FOREIGN KEY (source_id) REFERENCES sources(id) ON DELETE CASCADE,
  constraint readings_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id)
);
CREATE INDEX readings_person ON readings USING btree (user_id, read_at DESC);

create table recognitions (
  id uuid not null,
  project_id uuid not null,
  explanation_id uuid not null,
  answer text not null,
  said_by text not null,
  session text not null default ''::text,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  constraint recognitions_answer CHECK ((answer = ANY (ARRAY['yes'::text, 'partly'::text, 'no'::text]))),
  constraint recognitions_created_by_fkey FOREIGN KEY (created_by) REFERENCES users(id),
  constraint recognitions_explanation_id_fkey FOREIGN KEY (explanation_id) REFERENCES explanations(id) ON DELETE CASCADE,
  constraint recognitions_pkey PRIMARY KEY (id),
  constraint recognitions_project_id_fkey FOREIGN KEY (project_id) REFERENCES projects(id) ON DELETE CASCADE,
  constraint recognitions_said_by CHECK ((said_by = ANY (ARRAY['resident'::text, 'professional'::text, 'municipality'::text, 'researcher'::text])))
);
CREATE INDEX recognitions_explanation ON recognitions USING btree (explanation_id);

create table report_areas (
  report_id uuid not null,
  area_id uuid not null,
  place integer not null,
  constraint report_areas_area_id_fkey FOREIGN KEY (area_id) REFERENCES areas(id),
  constraint report_areas_pkey PRIMARY KEY (report_id, area_id),
  constraint report_areas_report_id_fkey FOREIGN KEY (report_id) REFERENCES reports(id) ON DELETE CASCADE
);
CREATE INDEX report_areas_area ON report_areas USING btree (area_id);

create table report_blocks (
  id uuid not null,
  report_id uuid not null,
  pillar_id uuid not null,
  area_id uuid not null,
  kind text not null,
  coding_id uuid,
  indicator_id uuid,
  code_id uuid,
  counted_group text,
  counted_saying text,
  shortened text,
  said jsonb not null,
  fingerprint text not null,
  said_by uuid not null,
  said_at timestamp with time zone not null,
  kept_fingerprint text,
  kept_reason text,
  kept_by uuid,
  kept_at timestamp with time zone,
  constraint report_blocks_area_id_fkey FOREIGN KEY (area_id) REFERENCES areas(id),
  constraint report_blocks_code_id_fkey FOREIGN KEY (code_id) REFERENCES codes(id) ON DELETE SET NULL,
  constraint report_blocks_coding_id_fkey FOREIGN KEY (coding_id) REFERENCES codings(id) ON DELETE CASCADE,
  constraint report_blocks_count CHECK ((((counted_group IS NOT NULL) = (kind = 'count'::text)) AND ((counted_saying IS NOT NULL) = (kind = 'count'::text)))),
  constraint report_blocks_group CHECK ((counted_group = ANY (ARRAY['together'::text, 'resident'::text, 'professional'::text]))),
  constraint report_blocks_indicator_id_fkey FOREIGN KEY (indicator_id) REFERENCES indicators(id) ON DELETE SET NULL,
  constraint report_blocks_kept CHECK ((num_nulls(kept_fingerprint, kept_reason, kept_by, kept_at) = ANY (ARRAY[0, 4]))),
  constraint report_blocks_kept_by_fkey FOREIGN KEY (kept_by) REFERENCES users(id),
  constraint report_blocks_kind CHECK ((kind = ANY (ARRAY['quote'::text, 'figure'::text, 'chart'::text, 'count'::text, 'display'::text, 'table'::text]))),
  constraint report_blocks_pillar_id_fkey FOREIGN KEY (pillar_id) REFERENCES pillars(id),
  constraint report_blocks_pkey PRIMARY KEY (id),
  constraint report_blocks_quote CHECK (((coding_id IS NOT NULL) = (kind = 'quote'::text))),
  constraint report_blocks_report_id_fkey FOREIGN KEY (report_id) REFERENCES reports(id) ON DELETE CASCADE,
  constraint report_blocks_said_by_fkey FOREIGN KEY (said_by) REFERENCES users(id),
  constraint report_blocks_saying CHECK ((counted_saying = ANY (ARRAY['mentions'::text, 'forward'::text, 'backward'::text, 'improve'::text, 'good'::text])))
);
CREATE INDEX report_blocks_coding ON report_blocks USING btree (coding_id) WHERE (coding_id IS NOT NULL);
CREATE INDEX report_blocks_report ON report_blocks USING btree (report_id);

create table report_comment_replies (
  id uuid not null,
  comment_id uuid not null,
  body text not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  constraint report_comment_replies_body CHECK ((btrim(body) <> ''::text)),
  constraint report_comment_replies_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES report_comments(id) ON DELETE CASCADE,
  constraint report_comment_replies_made_by_fkey FOREIGN KEY (made_by) REFERENCES users(id),
  constraint report_comment_replies_pkey PRIMARY KEY (id)
);
CREATE INDEX report_comment_replies_comment ON report_comment_replies USING btree (comment_id, made_at, id);

create table report_comments (
  id uuid not null,
  report_id uuid not null,
  pillar_id uuid not null,
  area_id uuid not null,
  slot text not null,
  start_position integer,
  end_position integer,
  words text not null default ''::text,
  body text not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  settled_by uuid,
  settled_at timestamp with time zone,
  deleted_at timestamp with time zone,
  constraint report_comments_area_id_fkey FOREIGN KEY (area_id) REFERENCES areas(id),
  constraint report_comments_body CHECK ((btrim(body) <> ''::text)),
  constraint report_comments_made_by_fkey FOREIGN KEY (made_by) REFERENCES users(id),
  constraint report_comments_passage CHECK ((((start_position IS NULL) AND (end_position IS NULL)) OR ((start_position < end_position) AND (words <> ''::text)))),
  constraint report_comments_pillar_id_fkey FOREIGN KEY (pillar_id) REFERENCES pillars(id),
  constraint report_comments_pkey PRIMARY KEY (id),
  constraint report_comments_report_id_fkey FOREIGN KEY (report_id) REFERENCES reports(id) ON DELETE CASCADE,
  constraint report_comments_settled CHECK (((settled_by IS NULL) = (settled_at IS NULL))),
  constraint report_comments_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES users(id)
);
CREATE INDEX report_comments_pillar ON report_comments USING btree (pillar_id);
CREATE INDEX report_comments_report ON report_comments USING btree (report_id, made_at, id);

create table report_sections (
  report_id uuid not null,
  pillar_id uuid not null,
  area_id uuid not null,
  slot text not null,
  body jsonb not null,
  version integer not null,
  changed_by uuid not null,
  changed_at timestamp with time zone not null,
  constraint report_sections_area_id_fkey FOREIGN KEY (area_id) REFERENCES areas(id),
  constraint report_sections_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES users(id),
  constraint report_sections_pillar_id_fkey FOREIGN KEY (pillar_id) REFERENCES pillars(id),
  constraint report_sections_pkey PRIMARY KEY (report_id, pillar_id, area_id, slot),
  constraint report_sections_report_id_fkey FOREIGN KEY (report_id) REFERENCES reports(id) ON DELETE CASCADE,
  constraint report_sections_slot CHECK ((slot = ANY (ARRAY['message'::text, 'figures'::text, 'residents'::text, 'professionals'::text, 'explanations'::text, 'attention'::text]))),
  constraint report_sections_version CHECK ((version >= 1))
);

create table report_version_blocks (
  version_id uuid not null,
  block_id uuid not null,
  shortened text,
  said jsonb not null,
  fingerprint text not null,
  said_by uuid not null,
  said_at timestamp with time zone not null,
  kept_fingerprint text,
  kept_reason text,
  kept_by uuid,
  kept_at timestamp with time zone,
  constraint report_version_blocks_block_id_fkey FOREIGN KEY (block_id) REFERENCES report_blocks(id) ON DELETE CASCADE,
  constraint report_version_blocks_kept CHECK ((num_nulls(kept_fingerprint, kept_reason, kept_by, kept_at) = ANY (ARRAY[0, 4]))),
  constraint report_version_blocks_kept_by_fkey FOREIGN KEY (kept_by) REFERENCES users(id),
  constraint report_version_blocks_pkey PRIMARY KEY (version_id, block_id),
  constraint report_version_blocks_said_by_fkey FOREIGN KEY (said_by) REFERENCES users(id),
  constraint report_version_blocks_version_id_fkey FOREIGN KEY (version_id) REFERENCES report_versions(id) ON DELETE CASCADE
);
CREATE INDEX report_version_blocks_block ON report_version_blocks USING btree (block_id);

create table report_version_sections (
  version_id uuid not null,
  pillar_id uuid not null,
  area_id uuid not null,
  slot text not null,
  body jsonb not null,
  changed_by uuid not null,
  changed_at timestamp with time zone not null,
  constraint report_version_sections_area_id_fkey FOREIGN KEY (area_id) REFERENCES areas(id),
  constraint report_version_sections_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES users(id),
  constraint report_version_sections_pillar_id_fkey FOREIGN KEY (pillar_id) REFERENCES pillars(id),
  constraint report_version_sections_pkey PRIMARY KEY (version_id, pillar_id, area_id, slot),
  constraint report_version_sections_version_id_fkey FOREIGN KEY (version_id) REFERENCES report_versions(id) ON DELETE CASCADE
);
CREATE INDEX report_version_sections_pillar ON report_version_sections USING btree (pillar_id);
CREATE TRIGGER report_version_sections_stay BEFORE UPDATE ON report_version_sections FOR EACH ROW EXECUTE FUNCTION report_versions_stay();

create table report_versions (
  id uuid not null,
  report_id uuid not null,
  number integer not null,
  kind text not null,
  name text not null default ''::text,
  reason text not null default ''::text,
  title text not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  constraint report_versions_in_order UNIQUE (report_id, number),
  constraint report_versions_kind CHECK ((kind = ANY (ARRAY['named'::text, 'earlier'::text, 'export'::text, 'return'::text]))),
  constraint report_versions_made_by_fkey FOREIGN KEY (made_by) REFERENCES users(id),
  constraint report_versions_named CHECK (((kind = 'named'::text) = (btrim(name) <> ''::text))),
  constraint report_versions_number CHECK ((number >= 1)),
  constraint report_versions_pkey PRIMARY KEY (id),
  constraint report_versions_report_id_fkey FOREIGN KEY (report_id) REFERENCES reports(id) ON DELETE CASCADE
);
CREATE TRIGGER report_versions_stay BEFORE UPDATE ON report_versions FOR EACH ROW EXECUTE FUNCTION report_versions_stay();

create table reports (
  id uuid not null,
  project_id uuid not null,
  title text not null,
  kind text not null,
  from_wave_id uuid not null,
  to_wave_id uuid not null,
  language text not null,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  version integer not null,
  deleted_at timestamp with time zone,
  constraint reports_created_by_fkey FOREIGN KEY (created_by) REFERENCES users(id),
  constraint reports_from_wave_id_fkey FOREIGN KEY (from_wave_id) REFERENCES waves(id),
  constraint reports_kind CHECK ((kind = ANY (ARRAY['final'::text, 'factsheet'::text]))),
  constraint reports_language CHECK ((language = ANY (ARRAY['nl'::text, 'en'::text]))),
  constraint reports_pkey PRIMARY KEY (id),
  constraint reports_project_id_fkey FOREIGN KEY (project_id) REFERENCES projects(id) ON DELETE CASCADE,
  constraint reports_to_wave_id_fkey FOREIGN KEY (to_wave_id) REFERENCES waves(id),
  constraint reports_version CHECK ((version >= 1))
);
CREATE INDEX reports_project ON reports USING btree (project_id, created_at DESC, id DESC) WHERE (deleted_at IS NULL);

create table review_sessions (
  id uuid not null,
  project_id uuid not null,
  area_id uuid not null,
  from_wave_id uuid not null,
  to_wave_id uuid not null,
  held_on text not null,
  participants text not null default ''::text,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  version integer not null default 1,
  constraint review_sessions_area_id_fkey FOREIGN KEY (area_id) REFERENCES areas(id),
  constraint review_sessions_created_by_fkey FOREIGN KEY (created_by) REFERENCES users(id),
  constraint review_sessions_day CHECK ((held_on ~ '^\d{4}-\d{2}-\d{2}$'::text)),
  constraint review_sessions_from_wave_id_fkey FOREIGN KEY (from_wave_id) REFERENCES waves(id),
  constraint review_sessions_pkey PRIMARY KEY (id),
  constraint review_sessions_project_id_fkey FOREIGN KEY (project_id) REFERENCES projects(id) ON DELETE CASCADE,
  constraint review_sessions_to_wave_id_fkey FOREIGN KEY (to_wave_id) REFERENCES waves(id)
);
CREATE INDEX review_sessions_area ON review_sessions USING btree (area_id);
CREATE INDEX review_sessions_project ON review_sessions USING btree (project_id, held_on DESC, id DESC);

create table second_coders (
  source_id uuid not null,
  user_id uuid not null,
  constraint second_coders_pkey PRIMARY KEY (source_id, user_id),
  constraint second_coders_source_id_fkey FOREIGN KEY (source_id) REFERENCES sources(id) ON DELETE CASCADE,
  constraint second_coders_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
);

create table second_readings (
  id uuid not null,
  project_id uuid not null,
  decision_id uuid not null,
  answer text not null,
  fit text,
  reason text not null default ''::text,
  read_by uuid not null,
  read_at timestamp with time zone not null,
  constraint second_readings_answer CHECK ((answer = ANY (ARRAY['confirms'::text, 'differs'::text]))),
  constraint second_readings_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decisions(id) ON DELETE CASCADE,
  constraint second_readings_difference CHECK ((((answer = 'differs'::text) = (fit IS NOT NULL)) AND ((answer = 'confirms'::text) OR (btrim(reason) <> ''::text)))),
  constraint second_readings_fit CHECK ((fit = ANY (ARRAY['confirms'::text, 'partly-confirms'::text, 'expands'::text, 'contradicts'::text, 'figures-only'::text, 'voices-only'::text]))),
  constraint second_readings_pkey PRIMARY KEY (id),
  constraint second_readings_project_id_fkey FOREIGN KEY (project_id) REFERENCES projects(id) ON DELETE CASCADE,
  constraint second_readings_read_by_fkey FOREIGN KEY (read_by) REFERENCES users(id)
);
CREATE INDEX second_readings_decision ON second_readings USING btree (decision_id);

create table sessions (
  id text not null,
  user_id uuid not null,
  expires_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  constraint sessions_hashed CHECK ((id ~ '^[0-9a-f]{64}$'::text)),
  constraint sessions_pkey PRIMARY KEY (id),
  constraint sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
);
CREATE INDEX sessions_user ON sessions USING btree (user_id);

create table setup_links (
  token_hash text not null,
  created_at timestamp with time zone not null,
  constraint setup_links_hashed CHECK ((token_hash ~ '^[0-9a-f]{64}$'::text)),
  constraint setup_links_pkey PRIMARY KEY (token_hash)
);

create table silence_tasks (
  id uuid not null,
  project_id uuid not null,
  pillar_id uuid not null,
  area_id uuid not null,
  from_wave_id uuid not null,
  to_wave_id uuid not null,
  indicator_id uuid,
  code_id uuid,
  user_id uuid not null,
  due_on text,
  remark text not null default ''::text,
  given_by uuid not null,
  given_at timestamp with time zone not null,
  done_by uuid,
  done_at timestamp with time zone,
  constraint silence_tasks_area_id_fkey FOREIGN KEY (area_id) REFERENCES areas(id) ON DELETE CASCADE,
  constraint silence_tasks_code_id_fkey FOREIGN KEY (code_id) REFERENCES codes(id) ON DELETE CASCADE,
  constraint silence_tasks_done CHECK (((done_by IS NULL) = (done_at IS NULL))),
  constraint silence_tasks_done_by_fkey FOREIGN KEY (done_by) REFERENCES users(id),
  constraint silence_tasks_due_on CHECK ((due_on ~ '^\d{4}-\d{2}-\d{2}$'::text)),
  constraint silence_tasks_from_wave_id_fkey FOREIGN KEY (from_wave_id) REFERENCES waves(id) ON DELETE CASCADE,
  constraint silence_tasks_given_by_fkey FOREIGN KEY (given_by) REFERENCES users(id),
  constraint silence_tasks_indicator_id_fkey FOREIGN KEY (indicator_id) REFERENCES indicators(id) ON DELETE CASCADE,
  constraint silence_tasks_one_thing CHECK ((num_nonnulls(indicator_id, code_id) = 1)),
  constraint silence_tasks_pillar_id_fkey FOREIGN KEY (pillar_id) REFERENCES pillars(id) ON DELETE CASCADE,
  constraint silence_tasks_pkey PRIMARY KEY (id),
  constraint silence_tasks_project_id_fkey FOREIGN KEY (project_id) REFERENCES projects(id) ON DELETE CASCADE,
  constraint silence_tasks_to_wave_id_fkey FOREIGN KEY (to_wave_id) REFERENCES waves(id) ON DELETE CASCADE,
  constraint silence_tasks_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id)
);
CREATE INDEX silence_tasks_display ON silence_tasks USING btree (project_id, area_id, pillar_id);
CREATE INDEX silence_tasks_person ON silence_tasks USING btree (user_id);

create table source_import_files (
  id uuid not null,
  import_id uuid not null,
  bytes bytea not null,
  key_version text,
  nonce text,
  constraint source_import_files_import_id_fkey FOREIGN KEY (import_id) REFERENCES source_imports(id) ON DELETE CASCADE,
  constraint source_import_files_pkey PRIMARY KEY (id)
);
CREATE INDEX source_import_files_import ON source_import_files USING btree (import_id);

create table source_imports (
  id uuid not null,
  project_id uuid not null,
  place jsonb not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  origin text,
  constraint source_imports_made_by_fkey FOREIGN KEY (made_by) REFERENCES users(id),
  constraint source_imports_pkey PRIMARY KEY (id),
  constraint source_imports_project_id_fkey FOREIGN KEY (project_id) REFERENCES projects(id) ON DELETE CASCADE
);
CREATE INDEX source_imports_maker ON source_imports USING btree (project_id, made_by, id DESC);

create table source_intake (
  source_id uuid not null,
  is_minor boolean,
  has_interpreter boolean,
  note text not null default ''::text,
  note_by uuid,
  note_at timestamp with time zone,
  constraint source_intake_note CHECK ((char_length(note) <= 2000)),
  constraint source_intake_note_by_fkey FOREIGN KEY (note_by) REFERENCES users(id),
  constraint source_intake_pkey PRIMARY KEY (source_id),
  constraint source_intake_source_id_fkey FOREIGN KEY (source_id) REFERENCES sources(id) ON DELETE CASCADE
);

create table source_originals (
  source_id uuid not null,
  version integer not null,
  key_version text not null,
  nonce text not null,
  sealed text not null,
  constraint source_originals_pkey PRIMARY KEY (source_id, version),
  constraint source_originals_source_id_version_fkey FOREIGN KEY (source_id, version) REFERENCES source_versions(source_id, version) ON DELETE CASCADE
);

create table source_uploads (
  source_id uuid not null,
  state text not null,
  format text not null,
  bytes integer not null,
  sha256 text not null,
  key_version text,
  nonce text,
  sealed bytea,
  uploaded_by uuid not null,
  uploaded_at timestamp with time zone not null,
  destroyed_at timestamp with time zone,
  constraint source_uploads_destroyed CHECK (((state = 'destroyed'::text) = (destroyed_at IS NOT NULL))),
  constraint source_uploads_pkey PRIMARY KEY (source_id),
  constraint source_uploads_sealed CHECK (((state = 'kept'::text) = ((sealed IS NOT NULL) AND (nonce IS NOT NULL) AND (key_version IS NOT NULL)))),
  constraint source_uploads_source_id_fkey FOREIGN KEY (source_id) REFERENCES sources(id) ON DELETE CASCADE,
  constraint source_uploads_state CHECK ((state = ANY (ARRAY['kept'::text, 'destroyed'::text, 'bsn'::text]))),
  constraint source_uploads_uploaded_by_fkey FOREIGN KEY (uploaded_by) REFERENCES users(id)
);

create table source_versions (
  source_id uuid not null,
  version integer not null,
  text text not null,
  sha256 text not null,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  reason text not null default ''::text,
  operations jsonb,
  closes_before boolean not null default false,
  sealed_at timestamp with time zone,
  times integer not null default 0,
  read_as jsonb,
  constraint source_versions_created_by_fkey FOREIGN KEY (created_by) REFERENCES users(id),
  constraint source_versions_pkey PRIMARY KEY (source_id, version),
  constraint source_versions_source_id_fkey FOREIGN KEY (source_id) REFERENCES sources(id) ON DELETE CASCADE,
  constraint source_versions_times CHECK ((times >= 0))
);

create table sources (
  id uuid not null,
  project_id uuid not null,
  title text not null,
  kind text not null,
  area_id uuid not null,
  wave_id uuid not null,
  study_id uuid,
  "group" text,
  conducted_on text,
  language text not null default 'nl'::text,
  status text not null,
  version integer not null,
  characters integer not null,
  format text not null,
  quotes_allowed boolean not null default true,
  uploaded_by uuid not null,
  uploaded_at timestamp with time zone not null,
  deleted_at timestamp with time zone,
  released_at timestamp with time zone,
  latitude double precision,
  longitude double precision,
  words_of integer,
  constraint sources_area_id_fkey FOREIGN KEY (area_id) REFERENCES areas(id),
  constraint sources_conducted_on CHECK ((conducted_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'::text)),
  constraint sources_group CHECK (("group" = ANY (ARRAY['resident'::text, 'professional'::text]))),
  constraint sources_kind CHECK ((kind = ANY (ARRAY['transcript'::text, 'note'::text, 'file'::text, 'observation'::text]))),
  constraint sources_latitude CHECK (((latitude >= (50.5)::double precision) AND (latitude <= (53.8)::double precision))),
  constraint sources_longitude CHECK (((longitude >= (3.2)::double precision) AND (longitude <= (7.4)::double precision))),
  constraint sources_pkey PRIMARY KEY (id),
  constraint sources_project_id_fkey FOREIGN KEY (project_id) REFERENCES projects(id) ON DELETE CASCADE,
  constraint sources_spot CHECK ((((latitude IS NULL) = (longitude IS NULL)) AND ((latitude IS NULL) OR (kind = 'observation'::text)))),
  constraint sources_status CHECK ((status = ANY (ARRAY['uploaded'::text, 'speakers'::text, 'pseudonymising'::text, 'attributes'::text, 'handed-over'::text, 'released'::text, 'restricted'::text]))),
  constraint sources_study_id_fkey FOREIGN KEY (study_id) REFERENCES studies(id),
  constraint sources_titled CHECK ((btrim(title) <> ''::text)),
  constraint sources_uploaded_by_fkey FOREIGN KEY (uploaded_by) REFERENCES users(id),
  constraint sources_version CHECK ((version >= 1)),
  constraint sources_voice CHECK ((("group" IS NULL) = (kind = 'observation'::text))),
  constraint sources_wave_id_fkey FOREIGN KEY (wave_id) REFERENCES waves(id)
);
CREATE INDEX sources_area ON sources USING btree (project_id, area_id, wave_id);
CREATE UNIQUE INDEX sources_unique ON sources USING btree (project_id, lower(title)) WHERE (deleted_at IS NULL);

create table speakers (
  id uuid not null,
  source_id uuid not null,
  label text not null,
  role text not null,
  place integer not null default 0,
  quotes_allowed boolean,
  constraint speakers_pkey PRIMARY KEY (id),
  constraint speakers_role CHECK ((role = ANY (ARRAY['interviewer'::text, 'respondent'::text, 'interpreter'::text, 'other'::text]))),
  constraint speakers_source_id_fkey FOREIGN KEY (source_id) REFERENCES sources(id) ON DELETE CASCADE,
  constraint speakers_unique UNIQUE (source_id, label)
);

create table studies (
  id uuid not null,
  project_id uuid not null,
  name text not null,
  kind text not null,
  area_id uuid,
  institute text not null default ''::text,
  period text not null default ''::text,
  method text not null default ''::text,
  n integer,
  remark text not null default ''::text,
  version integer not null default 1,
  constraint studies_area_id_fkey FOREIGN KEY (area_id) REFERENCES areas(id),
  constraint studies_kind CHECK ((kind = ANY (ARRAY['interviews'::text, 'network-interviews'::text, 'secondary-analysis'::text, 'observation'::text]))),
  constraint studies_n CHECK ((n >= 0)),
  constraint studies_named CHECK ((btrim(name) <> ''::text)),
  constraint studies_pkey PRIMARY KEY (id),
  constraint studies_project_id_fkey FOREIGN KEY (project_id) REFERENCES projects(id) ON DELETE CASCADE,
  constraint studies_unique UNIQUE (project_id, name)
);

create table study_findings (
  id uuid not null,
  study_id uuid not null,
  text text not null,
  direction text not null,
  version integer not null default 1,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  constraint study_findings_created_by_fkey FOREIGN KEY (created_by) REFERENCES users(id),
  constraint study_findings_direction CHECK ((direction = ANY (ARRAY['forward'::text, 'backward'::text, 'no-change'::text, 'not-applicable'::text]))),
  constraint study_findings_pkey PRIMARY KEY (id),
  constraint study_findings_study_id_fkey FOREIGN KEY (study_id) REFERENCES studies(id) ON DELETE CASCADE,
  constraint study_findings_text CHECK ((btrim(text) <> ''::text))
);
CREATE INDEX study_findings_study ON study_findings USING btree (study_id, created_at, id);

create table study_links (
  table_id uuid,
  finding_id uuid,
  pillar_id uuid,
  indicator_id uuid,
  area_id uuid,
  wave_id uuid,
  constraint study_links_about CHECK ((num_nonnulls(pillar_id, indicator_id, area_id, wave_id) = 1)),
  constraint study_links_area_id_fkey FOREIGN KEY (area_id) REFERENCES areas(id),
  constraint study_links_finding_id_fkey FOREIGN KEY (finding_id) REFERENCES study_findings(id) ON DELETE CASCADE,
  constraint study_links_indicator_id_fkey FOREIGN KEY (indicator_id) REFERENCES indicators(id),
  constraint study_links_owner CHECK ((num_nonnulls(table_id, finding_id) = 1)),
  constraint study_links_pillar_id_fkey FOREIGN KEY (pillar_id) REFERENCES pillars(id),
  constraint study_links_table_id_fkey FOREIGN KEY (table_id) REFERENCES study_tables(id) ON DELETE CASCADE,
  constraint study_links_wave_id_fkey FOREIGN KEY (wave_id) REFERENCES waves(id)
);
CREATE INDEX study_links_finding ON study_links USING btree (finding_id);
CREATE INDEX study_links_table ON study_links USING btree (table_id);

create table study_tables (
  id uuid not null,
  study_id uuid not null,
  caption text not null,
  note text not null default ''::text,
  columns jsonb not null,
  rows jsonb not null,
  row_headers boolean not null,
  version integer not null default 1,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  constraint study_tables_caption CHECK ((btrim(caption) <> ''::text)),
  constraint study_tables_created_by_fkey FOREIGN KEY (created_by) REFERENCES users(id),
  constraint study_tables_pkey PRIMARY KEY (id),
  constraint study_tables_study_id_fkey FOREIGN KEY (study_id) REFERENCES studies(id) ON DELETE CASCADE
);
CREATE INDEX study_tables_study ON study_tables USING btree (study_id, created_at, id);

create table throttles (
  key text not null,
  attempts integer not null,
  window_started_at timestamp with time zone not null,
  constraint throttles_pkey PRIMARY KEY (key)
);

create table turn_words (
  source_id uuid not null,
  version integer not null,
  ordinal integer not null,
  words tsvector not null,
  constraint turn_words_pkey PRIMARY KEY (source_id, version, ordinal),
  constraint turn_words_source_id_version_ordinal_fkey FOREIGN KEY (source_id, version, ordinal) REFERENCES turns(source_id, version, ordinal) ON DELETE CASCADE
);
CREATE INDEX turn_words_words ON turn_words USING gin (words);

create table turns (
  source_id uuid not null,
  version integer not null,
  ordinal integer not null,
  start_position integer not null,
  end_position integer not null,
  speaker_id uuid,
  start_ms integer,
  end_ms integer,
  constraint turns_not_empty CHECK (((0 <= start_position) AND (start_position < end_position))),
  constraint turns_pkey PRIMARY KEY (source_id, version, ordinal),
  constraint turns_source_id_version_fkey FOREIGN KEY (source_id, version) REFERENCES source_versions(source_id, version) ON DELETE CASCADE,
  constraint turns_speaker_id_fkey FOREIGN KEY (speaker_id) REFERENCES speakers(id)
);
CREATE INDEX turns_start ON turns USING btree (source_id, version, start_position) INCLUDE (ordinal);

create table users (
  id uuid not null,
  email text not null,
  name text not null,
  password_hash text not null,
  is_administrator boolean not null default false,
  locale text not null default 'nl'::text,
  disabled_at timestamp with time zone,
  created_at timestamp with time zone not null,
  constraint users_locale CHECK ((locale = ANY (ARRAY['nl'::text, 'en'::text]))),
  constraint users_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX users_email ON users USING btree (lower(email));

create table variable_values (
  project_id uuid not null,
  case_id uuid not null,
  variable_key text not null,
  value text not null,
  constraint variable_values_pkey PRIMARY KEY (case_id, variable_key),
  constraint variable_values_project_id_case_id_fkey FOREIGN KEY (project_id, case_id) REFERENCES cases(project_id, id) ON DELETE CASCADE,
  constraint variable_values_variable FOREIGN KEY (project_id, variable_key) REFERENCES variables(project_id, key)
);
CREATE INDEX variable_values_variable ON variable_values USING btree (project_id, variable_key);

create table variables (
  project_id uuid not null,
  key text not null,
  name text,
  classes text[] not null,
  "group" text,
  place integer not null default 0,
  constraint variables_classes CHECK ((cardinality(classes) > 0)),
  constraint variables_group CHECK (("group" = ANY (ARRAY['resident'::text, 'professional'::text]))),
  constraint variables_pkey PRIMARY KEY (project_id, key),
  constraint variables_project_id_fkey FOREIGN KEY (project_id) REFERENCES projects(id) ON DELETE CASCADE
);

create table waves (
  id uuid not null,
  project_id uuid not null,
  label text not null,
  year integer not null,
  constraint waves_pkey PRIMARY KEY (id),
  constraint waves_project_id_fkey FOREIGN KEY (project_id) REFERENCES projects(id) ON DELETE CASCADE,
  constraint waves_unique UNIQUE (project_id, year),
  constraint waves_year CHECK (((year >= 1900) AND (year <= 2200)))
);

create table work_visits (
  project_id uuid not null,
  user_id uuid not null,
  seen_until timestamp with time zone not null,
  constraint work_visits_pkey PRIMARY KEY (project_id, user_id),
  constraint work_visits_project_id_fkey FOREIGN KEY (project_id) REFERENCES projects(id) ON DELETE CASCADE,
  constraint work_visits_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id)
);

CREATE OR REPLACE FUNCTION codebook_versions_stay()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if current_setting('wijkstem.withdrawal', true) = 'on' and old.made_at is not distinct from new.made_at
    and old.made_by is not distinct from new.made_by and old.number is not distinct from new.number then
    return new;
  end if;
  raise exception 'a codebook version never changes' using errcode = '23514', constraint = 'codebook_versions_stay';
end $function$;

CREATE OR REPLACE FUNCTION codes_enter_tree()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into code_ancestors (code_id, ancestor_id)
    select new.id, ancestor_id from code_ancestors where code_id = new.parent_id
    union all select new.id, new.id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION codes_move_in_tree()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from code_ancestors where code_id = new.parent_id and ancestor_id = new.id) then
    raise exception 'code below itself' using errcode = '23514', constraint = 'codes_no_cycle';
  end if;
  delete from code_ancestors a using code_ancestors below
    where below.ancestor_id = new.id and a.code_id = below.code_id
      and a.ancestor_id in (select ancestor_id from code_ancestors where code_id = new.id and ancestor_id <> new.id);
  insert into code_ancestors (code_id, ancestor_id)
    select below.code_id, above.ancestor_id
    from code_ancestors below, code_ancestors above
    where below.ancestor_id = new.id and above.code_id = new.parent_id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION codings_count()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  place int;
  first int[] := '{0,0,0,0,0,0,0,0,0}';
begin
  if tg_op <> 'INSERT' and old.deleted_at is null and old.layer = 'shared' then
    place := said_place(old.change, old.level);
    update coding_counts set codings = codings - 1, said[place] = said[place] - 1, changed = own_transaction()
      where code_id = old.code_id and source_id = old.source_id;
  end if;
  if tg_op <> 'DELETE' and new.deleted_at is null and new.layer = 'shared' then
    place := said_place(new.change, new.level);
    first[place] := 1;
    insert into coding_counts (code_id, source_id, codings, said) values (new.code_id, new.source_id, 1, first)
      on conflict (code_id, source_id) do update
        set codings = coding_counts.codings + 1, said[place] = coding_counts.said[place] + 1, changed = own_transaction();
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION consents_stay()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'an answer about consent never changes' using errcode = '23514', constraint = 'consents_stay';
end $function$;

CREATE OR REPLACE FUNCTION destructions_stay()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'what was destroyed stays written down' using errcode = '23514', constraint = 'destructions_stay';
end $function$;

CREATE OR REPLACE FUNCTION factsheet_editions_stay()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if current_setting('wijkstem.withdrawal', true) = 'on'
    and to_jsonb(old) - array['document', 'title', 'withdrawn_reason']
      = to_jsonb(new) - array['document', 'title', 'withdrawn_reason'] then
    return new;
  end if;
  raise exception 'a published edition never changes' using errcode = '23514', constraint = 'factsheet_editions_stay';
end $function$;

CREATE OR REPLACE FUNCTION key_openings_stay()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'a line about a key does not change' using errcode = '23514', constraint = 'key_openings_stay';
end $function$;

CREATE OR REPLACE FUNCTION own_transaction()
 RETURNS bigint
 LANGUAGE sql
 STABLE PARALLEL RESTRICTED
AS $function$
  select pg_current_xact_id()::text::bigint
$function$;

CREATE OR REPLACE FUNCTION report_versions_stay()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if current_setting('wijkstem.withdrawal', true) = 'on'
    and to_jsonb(old) - array['name', 'reason', 'title', 'body'] = to_jsonb(new) - array['name', 'reason', 'title', 'body'] then
    return new;
  end if;
  raise exception 'a version of a report never changes' using errcode = '23514', constraint = 'report_versions_stay';
end $function$;

CREATE OR REPLACE FUNCTION said_place(change text, level text)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select 1 + 3 * case change when 'forward' then 1 when 'backward' then 2 else 0 end
    + case level when 'good' then 1 when 'improve' then 2 else 0 end
$function$;
