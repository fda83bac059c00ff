-- What clients used in a minute, over all processes. Lost in a crash, as counts in memory are.
create unlogged table rate_counts (
  minute bigint not null,
  key text not null,
  used integer not null,
  primary key (minute, key)
);
