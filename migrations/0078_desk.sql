-- People who use the desk of a partner. Who was removed stays, so that the audit log can name them.
create table desk_staff (
  partner_id uuid not null references partners,
  id uuid not null,
  name text not null,
  role text not null check (role in ('viewer', 'editor', 'admin')),
  status text not null check (status in ('active', 'suspended', 'removed')),
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  -- Null until the first sign-in.
  last_seen_at timestamptz(3),
  primary key (partner_id, id)
);

-- Addresses that sign one person in once. Only the hash of the key is kept.
create table desk_links (
  partner_id uuid not null,
  key_hash bytea not null,
  staff_id uuid not null,
  expires_at timestamptz(3) not null,
  primary key (partner_id, key_hash),
  foreign key (partner_id, staff_id) references desk_staff
);
create index desk_links_staff on desk_links (partner_id, staff_id);

create table desk_sessions (
  partner_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  key_hash bytea not null,
  -- The key before the last change: requests that were on their way still have it.
  former_key_hash bytea,
  -- Stands in each form of the session. A page of another site does not know it.
  form_key text not null,
  key_changed_at timestamptz(3) not null,
  last_used_at timestamptz(3) not null,
  primary key (partner_id, id),
  foreign key (partner_id, staff_id) references desk_staff
);
create index desk_sessions_staff on desk_sessions (partner_id, staff_id);

-- Who did what at the desk. `staff_id` is null for the operator.
create table desk_audit (
  partner_id uuid not null references partners,
  id uuid not null,
  staff_id uuid,
  action text not null,
  -- The record that it was done to, as the id that the API shows.
  subject text,
  occurred_at timestamptz(3) not null,
  primary key (partner_id, id),
  foreign key (partner_id, staff_id) references desk_staff
);
