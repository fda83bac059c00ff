-- The helper that an organization is, where it stands on both sides.
alter table organizations add column helper_id uuid;
alter table organizations add constraint organizations_helper foreign key (partner_id, helper_id) references helpers;
create unique index organizations_by_helper on organizations (partner_id, helper_id) where helper_id is not null;

-- What several tenants share has a key of its own.
create table rings (
  id uuid primary key,
  proposed_by uuid not null references partners,
  state text not null check (state in ('proposed', 'accepted', 'declined', 'expired', 'broken')),
  -- Why it did not close.
  reason text,
  message text,
  expires_at timestamptz(3) not null,
  ended_at timestamptz(3),
  version integer not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null
);
create index rings_by_expiry on rings (expires_at) where state = 'proposed';

-- Each party gives to the next, and the last one to the first.
create table ring_parties (
  ring_id uuid not null references rings,
  position integer not null,
  -- Of the ring: what a partner lists by.
  state text not null,
  partner_id uuid not null references partners,
  organization_id uuid,
  helper_id uuid,
  -- A need, by what it gives, or a barter offer.
  gives_id text not null,
  -- What the next one wants: a need, or a barter offer by what it wants.
  to_id text not null,
  score double precision not null,
  hours_per_week double precision,
  value_per_hour jsonb,
  accepted_at timestamptz(3),
  engagement_id uuid,
  primary key (ring_id, position),
  check ((organization_id is null) <> (helper_id is null))
);
create index ring_parties_of_partner on ring_parties (partner_id, ring_id);
create index ring_parties_by_state on ring_parties (partner_id, state, ring_id);
create unique index ring_parties_by_engagement on ring_parties (engagement_id) where engagement_id is not null;

-- Needs and offers that wait for a ring to close: each in one ring at a time.
create table ring_holds (
  partner_id uuid not null references partners,
  id uuid not null,
  ring_id uuid not null references rings,
  primary key (partner_id, id)
);
create index ring_holds_of_ring on ring_holds (ring_id);

-- Time credits: double entry, append-only. The database itself keeps what a ledger must: entries of a transaction add
-- up to nothing, nothing is changed, a balance is the sum of its entries, and none falls below its limit.
create table credit_accounts (
  partner_id uuid not null references partners,
  -- An organization or a helper.
  party_id text not null,
  balance_minutes integer not null default 0,
  least_minutes integer not null,
  primary key (partner_id, party_id),
  constraint credit_accounts_limit check (balance_minutes >= least_minutes)
);
create table credit_transactions (
  id uuid primary key,
  ring_id uuid not null references rings,
  engagement_id uuid not null,
  hours_id uuid not null unique,
  worked_on date not null,
  description text not null,
  created_at timestamptz(3) not null
);
create table credit_entries (
  transaction_id uuid not null references credit_transactions,
  partner_id uuid not null,
  party_id text not null,
  counterparty_id text not null,
  minutes integer not null check (minutes <> 0),
  -- Of the hours, where a value is given.
  fair_market_value jsonb,
  primary key (transaction_id, partner_id, party_id),
  foreign key (partner_id, party_id) references credit_accounts
);
create index credit_entries_of_party on credit_entries (partner_id, party_id, transaction_id);

create function keep_ledger() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger is append-only' using errcode = 'restrict_violation';
end $$;
create trigger credit_entries_kept before update or delete on credit_entries
  for each row execute function keep_ledger();
create trigger credit_transactions_kept before update or delete on credit_transactions
  for each row execute function keep_ledger();

create trigger credit_entries_all_kept before truncate on credit_entries
  for each statement execute function keep_ledger();

create function add_to_balance() returns trigger language plpgsql as $$
begin
  update credit_accounts set balance_minutes = balance_minutes + new.minutes
  where partner_id = new.partner_id and party_id = new.party_id;
  return null;
end $$;
create trigger credit_entries_counted after insert on credit_entries
  for each row execute function add_to_balance();

create function keep_balance() returns trigger language plpgsql as $$
begin
  if pg_trigger_depth() < 2
    and new.balance_minutes <> (case when tg_op = 'INSERT' then 0 else old.balance_minutes end) then
    raise exception 'a balance is the sum of its entries' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger credit_accounts_kept before insert or update on credit_accounts
  for each row execute function keep_balance();

create function demand_zero_sum() returns trigger language plpgsql as $$
begin
  if (select sum(minutes) from credit_entries where transaction_id = new.transaction_id) <> 0 then
    raise exception 'the entries of a transaction must add up to nothing' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger credit_entries_zero_sum after insert on credit_entries
  deferrable initially deferred for each row execute function demand_zero_sum();

-- Market-wide runs.
create table clearings (
  partner_id uuid not null references partners,
  id uuid not null,
  scope text not null check (scope in ('own', 'network')),
  max_length integer,
  objective text not null check (objective in ('participants', 'weight')),
  state text not null check (state in ('queued', 'running', 'done', 'failed')),
  result jsonb,
  claimed_until timestamptz(3),
  created_at timestamptz(3) not null,
  ended_at timestamptz(3),
  primary key (partner_id, id)
);
create index clearings_to_run on clearings (id) where state in ('queued', 'running');
