-- From this score on, matches of a need or offer are told; null: none.
alter table needs add column alert_min_score double precision check (alert_min_score between 0 and 1);
alter table offers add column alert_min_score double precision check (alert_min_score between 0 and 1);
create index needs_alerted on needs (partner_id, id) include (alert_min_score)
  where alert_min_score is not null and status = 'open';
create index offers_alerted on offers (partner_id, id) include (alert_min_score)
  where alert_min_score is not null and status = 'open';

-- Which matches a need or offer was told of: each once.
create table told_matches (
  partner_id uuid not null references partners,
  posting_id uuid not null,
  other_id uuid not null,
  told_at timestamptz(3) not null,
  primary key (partner_id, posting_id, other_id)
);

-- One row: up to which position of all events matches have been told, and until when somebody is at it.
create table match_alert_progress (
  is_only boolean primary key default true check (is_only),
  position bigint not null,
  claimed_until timestamptz(3)
);
insert into match_alert_progress values (true, 0, null);
