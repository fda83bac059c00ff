-- What partners' clients asked, for their own search: no addresses, queries or bodies. Without a foreign key, so that what is
-- written in batches does not fail for a partner that is gone.
create table requests (
  partner_id uuid not null,
  id uuid not null,
  request_id text not null,
  created_at timestamptz(3) not null,
  method text not null,
  route text,
  status integer not null,
  error_code text,
  duration_ms integer not null,
  client_id uuid not null,
  primary key (partner_id, id)
);
create index requests_by_request_id on requests (partner_id, request_id, id);
create index requests_by_time on requests (partner_id, created_at, id);
-- Old ones of all partners are removed.
create index requests_of_all_by_time on requests (created_at);
