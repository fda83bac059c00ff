-- Check-ins that a calendar has shown and the plan no longer has: calendars must say that they are cancelled.
alter table engagements add column dropped_check_ins jsonb not null default '[]';

-- Addresses under which calendars are read without a token. Only the hash of the key is kept.
create table calendars (
  partner_id uuid not null references partners,
  id uuid not null,
  key_hash bytea not null,
  -- Whose check-ins: of the whole partner, or of one organization, helper or program. No foreign key: a record that was
  -- merged is found by its former id.
  subject text not null check (subject in ('partner', 'organization', 'helper', 'program')),
  subject_id uuid,
  created_at timestamptz(3) not null,
  primary key (partner_id, id),
  unique (partner_id, key_hash),
  check ((subject = 'partner') = (subject_id is null))
);
