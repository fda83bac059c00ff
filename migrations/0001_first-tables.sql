-- Up Migration

create table partners (
  id uuid primary key,
  name text not null,
  kind text not null check (kind in ('site', 'internship_office')),
  created_at timestamptz(3) not null
);

-- A client is looked up by its id alone, before its partner is known, hence the index.
create table clients (
  partner_id uuid not null references partners,
  id uuid not null,
  scopes text[] not null,
  created_at timestamptz(3) not null,
  primary key (partner_id, id)
);
create index clients_by_id on clients (id);

create table client_secrets (
  partner_id uuid not null,
  id uuid not null,
  client_id uuid not null,
  secret_hash bytea not null,
  created_at timestamptz(3) not null,
  expires_at timestamptz(3),
  revoked_at timestamptz(3),
  last_used_at timestamptz(3),
  primary key (partner_id, id),
  foreign key (partner_id, client_id) references clients
);
create index client_secrets_by_client on client_secrets (partner_id, client_id);

create table signing_keys (
  kid text primary key,
  private_key_pem text not null,
  created_at timestamptz(3) not null
);

create table organizations (
  partner_id uuid not null references partners,
  id uuid not null,
  external_id text,
  name text not null,
  kind text not null check (kind in ('solopreneur', 'small_business', 'nonprofit')),
  contact jsonb not null,
  location jsonb,
  time_zone text not null,
  languages text[] not null,
  causes text[] not null,
  url text,
  blocked_helper_ids text[] not null,
  version integer not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  primary key (partner_id, id)
);
create unique index organizations_external_id on organizations (partner_id, external_id);
create index organizations_by_change on organizations (partner_id, updated_at, id);

create table helpers (
  partner_id uuid not null references partners,
  id uuid not null,
  external_id text,
  name text not null,
  kind text not null check (kind in ('person', 'organization')),
  contact jsonb not null,
  location jsonb,
  time_zone text not null,
  languages text[] not null,
  credentials jsonb not null,
  connections text[] not null,
  blocked_organization_ids text[] not null,
  version integer not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  primary key (partner_id, id)
);
create unique index helpers_external_id on helpers (partner_id, external_id);
create index helpers_by_change on helpers (partner_id, updated_at, id);

create table needs (
  partner_id uuid not null,
  id uuid not null,
  external_id text,
  organization_id uuid not null,
  status text not null check (status in ('open', 'filled', 'closed')),
  title text not null,
  description text not null,
  skills jsonb not null,
  accepts text[] not null,
  modality text not null check (modality in ('remote', 'onsite', 'hybrid')),
  location jsonb,
  max_distance_km double precision,
  hours_per_week double precision,
  starts_on date,
  ends_on date,
  deadline_at timestamptz(3),
  availability jsonb,
  requires text[] not null,
  gives jsonb not null,
  budget jsonb,
  positions integer not null check (positions > 0),
  visibility text not null check (visibility in ('network', 'partner')),
  version integer not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  primary key (partner_id, id),
  foreign key (partner_id, organization_id) references organizations
);
create unique index needs_external_id on needs (partner_id, external_id);
create index needs_by_change on needs (partner_id, updated_at, id);
create index needs_by_organization on needs (partner_id, organization_id, id);
create index needs_by_status on needs (partner_id, status, id);
-- The load of the whole market pages through this one.
create index needs_open on needs (partner_id, id) where status = 'open';

create table offers (
  partner_id uuid not null,
  id uuid not null,
  external_id text,
  helper_id uuid not null,
  kind text not null check (kind in ('volunteer', 'intern', 'barter', 'paid')),
  status text not null check (status in ('open', 'paused', 'closed')),
  title text not null,
  description text not null,
  skills jsonb not null,
  modality text not null check (modality in ('remote', 'onsite', 'hybrid')),
  location jsonb,
  max_distance_km double precision,
  hours_per_week double precision,
  starts_on date,
  ends_on date,
  availability jsonb,
  open_to text[] not null,
  terms jsonb not null,
  visibility text not null check (visibility in ('network', 'partner')),
  version integer not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  primary key (partner_id, id),
  foreign key (partner_id, helper_id) references helpers
);
create unique index offers_external_id on offers (partner_id, external_id);
create index offers_by_change on offers (partner_id, updated_at, id);
create index offers_by_helper on offers (partner_id, helper_id, id);
create index offers_by_status on offers (partner_id, status, id);
create index offers_open on offers (partner_id, id) where status = 'open';

-- Ids and states only: no personal data. `xid` tells a reader which transactions may still be open.
create table events (
  partner_id uuid not null references partners,
  id uuid not null,
  type text not null,
  resource_id text not null,
  occurred_at timestamptz(3) not null,
  xid xid8 not null default pg_current_xact_id(),
  primary key (partner_id, id)
);
create index events_by_xid on events (xid);

create function notify_market() returns trigger language plpgsql as $$
begin
  perform pg_notify('smartsource_market', '');
  return null;
end $$;
create trigger events_notify after insert on events for each statement execute function notify_market();

-- The response is encrypted with the caller's key, of which only a hash is kept: it holds no readable personal data.
create table idempotency_keys (
  partner_id uuid not null references partners,
  key_hash bytea not null,
  fingerprint bytea not null,
  response bytea not null,
  resource_id text,
  created_at timestamptz(3) not null,
  primary key (partner_id, key_hash)
);
create index idempotency_keys_by_age on idempotency_keys (created_at);
create index idempotency_keys_by_resource on idempotency_keys (partner_id, resource_id);

-- Skills loaded from ESCO or O*NET; the curated ones are files.
create table imported_skills (
  source text not null check (source in ('esco', 'onet')),
  id text not null,
  label text not null,
  category text not null,
  aliases text[] not null,
  related jsonb not null,
  uri text,
  primary key (source, id)
);
