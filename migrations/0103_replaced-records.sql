-- What imports replaced in records, so that an import can be undone. Holds personal data, for 25 hours at most.
create table replaced_records (
  partner_id uuid not null,
  import_id uuid not null,
  resource_id text not null,
  body jsonb not null,
  version integer not null,
  replaced_at timestamptz(3) not null,
  primary key (partner_id, import_id, resource_id),
  foreign key (partner_id, import_id) references imports on delete cascade
);
create index replaced_records_by_resource on replaced_records (partner_id, resource_id);
create index replaced_records_by_time on replaced_records (replaced_at);

-- Of an undone import: the records that it had changed and that stay so.
alter table imports add column kept jsonb;
