-- Events are ordered by the numbers of their transactions, and a restored database begins to number anew. So that what
-- it writes still comes behind what it holds, and behind what partners have read of it, this much is added.
create table event_clock (
  is_only boolean primary key default true check (is_only),
  ahead_by bigint not null
);
insert into event_clock (ahead_by) values (0);

-- The number of the present transaction.
create function event_xid() returns xid8 language sql stable
  return (select (pg_current_xact_id()::text::bigint + ahead_by)::text::xid8 from public.event_clock);

-- The present snapshot in these numbers.
create function event_snapshot() returns pg_snapshot language sql stable
  return (
    select concat_ws(':',
      pg_snapshot_xmin(now)::text::bigint + ahead_by,
      pg_snapshot_xmax(now)::text::bigint + ahead_by,
      (select coalesce(string_agg((xid::text::bigint + ahead_by)::text, ',' order by xid), '')
        from pg_snapshot_xip(now) xid)
    )::pg_snapshot
    from public.event_clock, pg_current_snapshot() now);

alter table events alter column xid set default event_xid();
