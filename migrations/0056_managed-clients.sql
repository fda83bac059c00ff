-- Partners manage their own clients. A removed client stays as a row, so that its tokens are refused until they expire.
alter table clients add column name text;
alter table clients add column removed_at timestamptz(3);
-- What an operator has disabled, only an operator enables.
alter table clients add column disabled_by_partner boolean not null default false;

-- Who did what with a client. by_client_id is null for an operator.
create table client_log (
  partner_id uuid not null references partners,
  id uuid not null,
  client_id uuid not null,
  by_client_id uuid,
  action text not null,
  occurred_at timestamptz(3) not null,
  primary key (partner_id, id)
);
