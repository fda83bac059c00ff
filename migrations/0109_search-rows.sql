-- Up Migration

-- For MATCHING=database: what the matching engine compares of each open need and offer, so that no process has to hold the market.
-- `posting` is the compiled posting. Beside it stand what candidates are found by and what a statement bounds their scores by. A row is
-- written in the transaction that changes its posting, and is made again from the posting at any time. `market` is a sandbox, or
-- the number 0 for all others.
create table need_search_rows (
  partner_id uuid not null,
  id uuid not null,
  market uuid not null,
  flags integer not null,
  says integer not null,
  starts_day integer not null,
  ends_day integer not null,
  posted_day integer not null,
  languages integer not null,
  causes integer not null,
  returns integer not null,
  return_count integer not null,
  x double precision,
  y double precision,
  z double precision,
  own_x double precision,
  own_y double precision,
  own_z double precision,
  max_km double precision,
  hours double precision,
  amount double precision,
  trust double precision not null,
  responsiveness double precision not null,
  currency text not null,
  time_zone text not null,
  skill_bits bytea not null,
  word_bits bytea not null,
  skills integer[] not null,
  found_by integer[] not null,
  posting json not null,
  primary key (partner_id, id)
) with (toast_tuple_target = 1024);
-- What bounds are computed from is read of very many rows, so it stays in them; the posting lies elsewhere.
alter table need_search_rows alter column skill_bits set storage plain, alter column word_bits set storage plain,
  alter column skills set storage main, alter column found_by set storage main, alter column posting set storage external;
create index need_search_rows_found on need_search_rows using gin (skills, found_by);
create index need_search_rows_id on need_search_rows (id);
create table offer_search_rows (like need_search_rows including all) with (toast_tuple_target = 1024);
select distribute_by_partner('need_search_rows');
select distribute_by_partner('offer_search_rows');

-- How many postings of a market have a word, how many offers a skill, and sums (`kind` 0, 1 and 2). Words that are near to each other
-- share one of their `near_keys`: the first two letters and any three in a row, the last five, or, of words that have hardly any three
-- in a row, the first two.
create function near_keys(word text) returns text[] language sql immutable parallel safe as $$
  select array(
    select distinct left(word, 2) || substr('^' || word, at, 3) from generate_series(2, length(word) - 1) as at
    union all select '^' || left(word, 2) from generate_series(1, length(word) - 1) as at
      having count(distinct substr('^' || word, at, 3)) between 1 and 2
    union all select '$' || right(word, 5) where length(word) >= 5)
$$;
create table market_counts (
  market uuid not null,
  kind smallint not null,
  key text not null,
  count bigint not null,
  near_keys text[] generated always as (case when kind = 0 and key not like '%:%' then near_keys(key) end) stored,
  primary key (market, kind, key)
);
create index market_counts_of_none on market_counts (market) where count = 0;
create index market_counts_near on market_counts using gin (near_keys);

-- Changes of these counts that have not been added up yet. A posting only adds its own row, so no two of them wait for each other.
create table market_changes (
  partner_id uuid not null,
  id bigint generated always as identity,
  market uuid not null,
  kinds smallint[] not null,
  keys text[] not null,
  by integer[] not null,
  primary key (partner_id, id)
);
select distribute_by_partner('market_changes');

-- How far search rows have been made, and up to which events they follow. One row.
create table search_progress (
  one boolean primary key default true check (one),
  program text not null,
  horizon text not null,
  followed_at timestamptz(3) not null,
  side text,
  after_partner uuid,
  after_posting uuid,
  is_complete boolean not null default false
);
