-- Learning agreements of internships: each change is a version, and each version is approved for itself.
create table learning_agreements (
  engagement_id uuid not null references engagements,
  version integer not null check (version > 0),
  content jsonb,
  written_by text not null check (written_by in ('need', 'offer')),
  needed text[] not null,
  written_at timestamptz(3) not null,
  primary key (engagement_id, version)
);
create table learning_agreement_approvals (
  engagement_id uuid not null,
  version integer not null,
  role text not null check (role in ('student', 'office', 'supervisor')),
  approved_by uuid not null references partners,
  approved_at timestamptz(3) not null,
  primary key (engagement_id, version, role),
  foreign key (engagement_id, version) references learning_agreements
);

-- Links to documents of the work.
create table engagement_documents (
  engagement_id uuid not null references engagements,
  id uuid not null,
  title text not null,
  url text not null,
  added_by text not null check (added_by in ('need', 'offer')),
  created_at timestamptz(3) not null,
  primary key (engagement_id, id)
);

-- Mid-term and final evaluations, with the questions as they were asked.
alter table programs add column evaluations jsonb not null default '{"mid_term": [], "final": []}';
create table evaluations (
  engagement_id uuid not null references engagements,
  moment text not null check (moment in ('mid_term', 'final')),
  side text not null check (side in ('need', 'offer')),
  answers jsonb not null,
  created_at timestamptz(3) not null,
  primary key (engagement_id, moment, side)
);
create table evaluation_reminders (
  engagement_id uuid not null references engagements,
  moment text not null check (moment in ('mid_term', 'final')),
  reminded_at timestamptz(3) not null,
  primary key (engagement_id, moment)
);
-- Who may be due for a reminder is looked for once a minute.
create index engagements_internships on engagements (id) where state = 'active' and kind = 'intern';
