create table engagements (
  id uuid primary key,
  introduction_id uuid not null unique references introductions,
  need_partner_id uuid not null references partners,
  need_id uuid not null,
  organization_id uuid not null,
  offer_partner_id uuid not null references partners,
  offer_id uuid not null,
  helper_id uuid not null,
  kind text not null check (kind in ('volunteer', 'intern', 'barter', 'paid')),
  title text not null,
  skills jsonb not null,
  plan jsonb not null,
  state text not null check (state in ('active', 'completed', 'ended_early')),
  -- Sides that have said that the work is done.
  done_by text[] not null,
  ended_by text,
  end_reason text,
  started_at timestamptz(3) not null,
  ended_at timestamptz(3),
  version integer not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null
);
create index engagements_to_need_side on engagements (need_partner_id, id);
create index engagements_to_offer_side on engagements (offer_partner_id, id);
create index engagements_to_need_side_by_state on engagements (need_partner_id, state, id);
create index engagements_to_offer_side_by_state on engagements (offer_partner_id, state, id);

create table engagement_hours (
  engagement_id uuid not null references engagements,
  id uuid not null,
  worked_on date not null,
  hours double precision not null check (hours > 0),
  logged_by text not null check (logged_by in ('need', 'offer')),
  state text not null check (state in ('logged', 'confirmed', 'disputed')),
  dispute_reason text,
  created_at timestamptz(3) not null,
  answered_at timestamptz(3),
  primary key (engagement_id, id)
);

create table retrospectives (
  engagement_id uuid not null references engagements,
  side text not null check (side in ('need', 'offer')),
  outcome integer not null check (outcome between 0 and 4),
  again boolean not null,
  hours_spent double precision not null,
  obstacles text[] not null,
  created_at timestamptz(3) not null,
  primary key (engagement_id, side)
);
