-- Which process does the periodic work of all. The lease ends by itself, so a process that hangs is followed by another.
create table leases (
  name text primary key,
  holder uuid not null,
  ends_at timestamptz not null
);
