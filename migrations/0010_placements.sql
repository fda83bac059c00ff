create table cohorts (
  partner_id uuid not null,
  id uuid not null,
  external_id text,
  program_id uuid not null,
  name text not null,
  -- Null: all of the program.
  candidate_ids uuid[],
  -- Needs may be other partners': each is looked up when it is placed for.
  needs jsonb not null,
  organizations jsonb not null,
  version integer not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  primary key (partner_id, id),
  foreign key (partner_id, program_id) references programs
);
create unique index cohorts_external_id on cohorts (partner_id, external_id);
create index cohorts_by_change on cohorts (partner_id, updated_at, id);

-- Ranked choices, best first: of a candidate needs, of an organization candidates.
create table preferences (
  partner_id uuid not null,
  cohort_id uuid not null,
  -- A candidate or an organization.
  id text not null,
  choices text[] not null,
  primary key (partner_id, cohort_id, id),
  foreign key (partner_id, cohort_id) references cohorts on delete cascade
);

create table placements (
  partner_id uuid not null,
  id uuid not null,
  cohort_id uuid not null,
  method text not null check (method in ('stable', 'most_placed')),
  quotas jsonb not null,
  state text not null check (state in ('draft', 'publishing', 'published')),
  summary jsonb not null,
  created_at timestamptz(3) not null,
  published_at timestamptz(3),
  primary key (partner_id, id),
  foreign key (partner_id, cohort_id) references cohorts on delete cascade
);
create index placements_of_cohort on placements (partner_id, cohort_id, id);
create index placements_publishing on placements (partner_id, id) where state = 'publishing';

create table placement_results (
  partner_id uuid not null,
  placement_id uuid not null,
  candidate_id uuid not null,
  need_id uuid,
  organization_id uuid,
  rank integer,
  score double precision,
  -- Why somebody is not placed.
  reason text,
  introduction_id uuid,
  -- Why it could not become an introduction.
  refusal text,
  primary key (partner_id, placement_id, candidate_id),
  foreign key (partner_id, placement_id) references placements on delete cascade
);
create index placement_results_to_publish on placement_results (partner_id, placement_id, candidate_id)
  where need_id is not null and introduction_id is null and refusal is null;

alter table imports drop constraint imports_type_check;
alter table imports add constraint imports_type_check check (type in (
  'candidates', 'needs', 'offers', 'organizations', 'helpers', 'candidate_preferences', 'organization_preferences'));
alter table imports add column cohort_id uuid;
