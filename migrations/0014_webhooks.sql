-- A UUIDv7 (RFC 9562), for rows that a statement makes.
create function uuid_v7() returns uuid language sql volatile as $$
  select encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
    placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6),
    52, 1), 53, 1), 'hex')::uuid
$$;

create table webhook_endpoints (
  partner_id uuid not null references partners,
  id uuid not null,
  url text not null,
  description text,
  -- Null: all.
  event_types text[],
  status text not null check (status in ('enabled', 'disabled')),
  disabled_reason text check (disabled_reason in ('asked', 'gone', 'failing')),
  -- The first failure since the last success.
  failing_since timestamptz(3),
  version integer not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  primary key (partner_id, id),
  check ((status = 'disabled') = (disabled_reason is not null))
);

-- What messages are signed with; as it is, since signing needs it.
create table webhook_secrets (
  partner_id uuid not null references partners,
  id uuid not null,
  endpoint_id uuid not null,
  secret text not null,
  created_at timestamptz(3) not null,
  ends_at timestamptz(3),
  primary key (partner_id, id),
  foreign key (partner_id, endpoint_id) references webhook_endpoints on delete cascade
);
create index webhook_secrets_of_endpoint on webhook_secrets (partner_id, endpoint_id);

-- One event for one endpoint. What happens to one resource is delivered in its order: of its pending deliveries the
-- first alone has a `next_attempt_at`. Whoever adds or ends deliveries locks the endpoint, so that it stays so.
create table webhook_deliveries (
  partner_id uuid not null references partners,
  id uuid not null default uuid_v7(),
  position bigint not null generated always as identity,
  endpoint_id uuid not null,
  event_id uuid not null,
  type text not null,
  resource_id text not null,
  data jsonb,
  occurred_at timestamptz(3) not null,
  state text not null check (state in ('pending', 'delivered', 'failed')),
  attempt_count integer not null default 0,
  next_attempt_at timestamptz(3),
  created_at timestamptz(3) not null,
  ended_at timestamptz(3),
  primary key (partner_id, id),
  foreign key (partner_id, endpoint_id) references webhook_endpoints on delete cascade,
  check ((state = 'pending') = (ended_at is null))
);
create index webhook_deliveries_due on webhook_deliveries (partner_id, endpoint_id, next_attempt_at)
  where next_attempt_at is not null;
create index webhook_deliveries_in_order on webhook_deliveries (partner_id, endpoint_id, resource_id, position)
  where state = 'pending';
create index webhook_deliveries_of_endpoint on webhook_deliveries (partner_id, endpoint_id, position);
create index webhook_deliveries_by_state on webhook_deliveries (partner_id, endpoint_id, state, position);
create index webhook_deliveries_by_end on webhook_deliveries (ended_at) where ended_at is not null;

create table webhook_attempts (
  partner_id uuid not null references partners,
  id uuid not null,
  delivery_id uuid not null,
  attempted_at timestamptz(3) not null,
  elapsed_ms integer not null,
  url text not null,
  request_headers jsonb not null,
  request_body text not null,
  -- Null where no answer came.
  response_status integer,
  response_headers jsonb,
  response_body text,
  failure text,
  failure_detail text,
  primary key (partner_id, id),
  foreign key (partner_id, delivery_id) references webhook_deliveries on delete cascade
);
create index webhook_attempts_of_delivery on webhook_attempts (partner_id, delivery_id, id);

-- From a moment on, what a partner was told of.
create index events_of_partner on events (partner_id, occurred_at);
