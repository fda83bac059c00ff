-- How far the clock of a sandbox is ahead of real time. It is 0 for everybody else.
alter table partners add column clock_ahead_ms bigint not null default 0;
alter table partners add constraint partners_clock
  check (clock_ahead_ms = 0 or (sandbox_of is not null and clock_ahead_ms > 0));
create index partners_ahead on partners (id) where clock_ahead_ms > 0;
