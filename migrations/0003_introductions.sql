-- A row that joins two tenants names both, and has no foreign key across: each side is checked when it is written.
create table introductions (
  id uuid primary key,
  need_partner_id uuid not null references partners,
  need_id uuid not null,
  organization_id uuid not null,
  offer_partner_id uuid not null references partners,
  offer_id uuid not null,
  helper_id uuid not null,
  proposed_by text not null check (proposed_by in ('need', 'offer')),
  message text,
  state text not null check (state in ('proposed', 'accepted', 'declined', 'withdrawn', 'expired')),
  reason text,
  expires_at timestamptz(3) not null,
  answered_at timestamptz(3),
  -- What each side felt at the proposal, factor by factor: what weights can be learned from.
  factors jsonb not null,
  version integer not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null
);
create unique index introductions_standing_pair on introductions (need_id, offer_id)
  where state in ('proposed', 'accepted');
create index introductions_of_need on introductions (need_partner_id, need_id, state);
create index introductions_of_helper on introductions (offer_partner_id, helper_id, state);
create index introductions_to_need_side on introductions (need_partner_id, id);
create index introductions_to_offer_side on introductions (offer_partner_id, id);
create index introductions_to_need_side_by_state on introductions (need_partner_id, state, id);
create index introductions_to_offer_side_by_state on introductions (offer_partner_id, state, id);
create index introductions_by_expiry on introductions (expires_at) where state = 'proposed';

-- Each time that contact details were shown: to whom, whose.
create table contact_disclosures (
  partner_id uuid not null references partners,
  id uuid not null,
  introduction_id uuid not null,
  subject_partner_id uuid not null,
  subject_id text not null,
  disclosed_at timestamptz(3) not null,
  primary key (partner_id, id)
);
create index contact_disclosures_of_subject on contact_disclosures (subject_partner_id, subject_id, disclosed_at);

-- How organizations and helpers kept their word so far: counted as it happens.
create table track_records (
  partner_id uuid not null references partners,
  id uuid not null,
  completed integer not null default 0,
  broken integer not null default 0,
  introductions_answered integer not null default 0,
  introductions_ignored integer not null default 0,
  answer_hours double precision not null default 0,
  primary key (partner_id, id)
);
