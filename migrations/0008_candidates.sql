-- An office's programs, and its students: a candidate's helper and offer have the same number as the candidate, and
-- hold only what others may see of it.
create table programs (
  partner_id uuid not null references partners,
  id uuid not null,
  external_id text,
  name text not null,
  school text not null,
  term text not null,
  contact jsonb not null,
  starts_on date not null,
  ends_on date not null,
  credit jsonb,
  hours_required double precision,
  hours_per_week double precision,
  allowed_organization_kinds text[] not null,
  paid_only boolean not null,
  stipend jsonb,
  quotas jsonb not null,
  version integer not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  primary key (partner_id, id)
);
create unique index programs_external_id on programs (partner_id, external_id);
create index programs_by_change on programs (partner_id, updated_at, id);

create table candidates (
  partner_id uuid not null,
  id uuid not null,
  external_id text,
  program_id uuid not null,
  status text not null check (status in ('open', 'paused', 'closed')),
  -- Of the consent alone: whether the profile may be shown.
  shares_profile boolean not null,
  -- What the office posted: personal data.
  profile jsonb not null,
  version integer not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  primary key (partner_id, id),
  foreign key (partner_id, program_id) references programs
);
create unique index candidates_external_id on candidates (partner_id, external_id);
create index candidates_by_change on candidates (partner_id, updated_at, id);
create index candidates_by_program on candidates (partner_id, program_id, id);
create index candidates_by_status on candidates (partner_id, status, id);

-- That somebody was erased, and when: nothing of the person.
create table erased_candidates (
  partner_id uuid not null references partners,
  id uuid not null,
  erased_at timestamptz(3) not null,
  primary key (partner_id, id)
);

alter table helpers add column is_candidate boolean not null default false;
alter table offers add column is_candidate boolean not null default false;
update offers set terms = terms || '{"paid_only": false}' where kind = 'intern';

-- Each time that a record was shown to a partner: whose, to whom, and whether with contact details.
alter table contact_disclosures rename to disclosures;
alter table disclosures rename constraint contact_disclosures_pkey to disclosures_pkey;
alter table disclosures alter column introduction_id drop not null;
alter table disclosures add column need_id uuid;
alter table disclosures add column shown text not null default 'contact' check (shown in ('profile', 'contact'));
alter table disclosures alter column shown drop default;
drop index contact_disclosures_of_subject;
create index disclosures_of_subject on disclosures (subject_partner_id, subject_id, id);
create index engagements_of_helper on engagements (offer_partner_id, helper_id);
create index introductions_of_offer on introductions (offer_partner_id, offer_id) where state = 'proposed';
