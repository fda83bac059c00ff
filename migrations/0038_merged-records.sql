-- Records that were joined into another record of the same partner: so that the old id and external id can be explained.
-- `external_id` is null if the kept record took it over, and once the kept record is erased.
create table merged_records (
  partner_id uuid not null references partners,
  kind text not null check (kind in ('candidate', 'helper', 'organization')),
  id uuid not null,
  external_id text,
  into_id uuid not null,
  merged_at timestamptz(3) not null,
  primary key (partner_id, kind, id)
);
create index merged_records_by_external_id on merged_records (partner_id, kind, external_id)
  where external_id is not null;
create index merged_records_by_target on merged_records (partner_id, kind, into_id);

-- Names and e-mails of records that were joined into this one. Erasing the candidate searches reports of imports for them.
alter table candidates add column former_texts text[] not null default '{}';
