-- The order in which partners are told of events. Written once the transactions of the events have ended, so that what
-- has a position has it for good; `seq` is taken when an event is written, under the locks of what it is about.
alter table events add column seq bigint generated always as identity;
-- Ids and states alone.
alter table events add column data jsonb;

-- Without a foreign key to events, which would lock, and so rewrite, each of them; both are removed together.
create table event_positions (
  partner_id uuid not null references partners,
  position bigint not null,
  event_id uuid not null,
  type text not null,
  primary key (partner_id, position)
);
create unique index event_positions_of_event on event_positions (partner_id, event_id);
create index event_positions_in_order on event_positions (position);

-- One row: events of transactions before `from_xid` have positions, and of those before `to_xid` the ones up to `after_seq`.
create table event_numbering (
  is_only boolean primary key default true check (is_only),
  from_xid xid8 not null,
  to_xid xid8 not null,
  after_seq bigint not null,
  last_position bigint not null
);
insert into event_numbering values (true, '0', '0', 0, 0);

drop index events_of_partner;
-- What goes by age is nearly in order on the disk.
drop index events_by_age;
create index events_by_age on events using brin (occurred_at);

