-- A partner's own pairs of texts on each of its resources. Lists are filtered by them within a partner, so the partner is the
-- first step of each indexed path. Rows without any are not in the indexes.
alter table organizations add column metadata jsonb not null default '{}';
alter table helpers add column metadata jsonb not null default '{}';
alter table needs add column metadata jsonb not null default '{}';
alter table offers add column metadata jsonb not null default '{}';
alter table programs add column metadata jsonb not null default '{}';
alter table candidates add column metadata jsonb not null default '{}';
alter table cohorts add column metadata jsonb not null default '{}';

create index organizations_by_metadata on organizations
  using gin (jsonb_set('{}', array[partner_id::text], metadata) jsonb_path_ops) where metadata <> '{}';
create index helpers_by_metadata on helpers
  using gin (jsonb_set('{}', array[partner_id::text], metadata) jsonb_path_ops) where metadata <> '{}';
create index needs_by_metadata on needs
  using gin (jsonb_set('{}', array[partner_id::text], metadata) jsonb_path_ops) where metadata <> '{}';
create index offers_by_metadata on offers
  using gin (jsonb_set('{}', array[partner_id::text], metadata) jsonb_path_ops) where metadata <> '{}';
create index programs_by_metadata on programs
  using gin (jsonb_set('{}', array[partner_id::text], metadata) jsonb_path_ops) where metadata <> '{}';
create index candidates_by_metadata on candidates
  using gin (jsonb_set('{}', array[partner_id::text], metadata) jsonb_path_ops) where metadata <> '{}';
create index cohorts_by_metadata on cohorts
  using gin (jsonb_set('{}', array[partner_id::text], metadata) jsonb_path_ops) where metadata <> '{}';
