-- One row for each partner that saw a record, what it saw and the day (UTC), with how often. Processes of the previous
-- version insert rows without a day; the service gathers those, and the rows from before, into days.
alter table disclosures
  add column day date,
  add column count integer not null default 1,
  add column first_disclosed_at timestamptz(3);
create unique index disclosures_of_day on disclosures (partner_id, subject_id, shown, introduction_id, day)
  nulls not distinct where day is not null;
create index disclosures_by_day on disclosures (day) where day is not null;
create index disclosures_without_day on disclosures (partner_id, subject_id) where day is null;

-- The needs for which another partner's record was shown to a partner, which a row of a day no longer lists.
create table need_disclosures (
  partner_id uuid not null references partners,
  need_id uuid not null,
  primary key (partner_id, need_id)
);
insert into need_disclosures select distinct partner_id, need_id from disclosures where need_id is not null;
