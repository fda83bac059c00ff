create table imports (
  partner_id uuid not null references partners,
  id uuid not null,
  type text not null check (type in ('candidates', 'needs', 'offers', 'organizations', 'helpers')),
  mode text not null check (mode in ('dry_run', 'apply')),
  format text not null check (format in ('csv', 'ndjson')),
  program_id uuid,
  state text not null check (state in ('receiving', 'queued', 'running', 'done', 'failed')),
  failure jsonb,
  -- The header of the file, once it is read.
  headers jsonb,
  bytes bigint not null,
  rows_read integer not null,
  created integer not null,
  updated integer not null,
  unchanged integer not null,
  rejected integer not null,
  -- Whoever runs it says so again with every batch; after this moment anybody may go on.
  claimed_until timestamptz(3),
  attempts integer not null,
  started_at timestamptz(3),
  ended_at timestamptz(3),
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  primary key (partner_id, id),
  check (rows_read = created + updated + unchanged + rejected)
);
create index imports_to_run on imports (id) where state in ('receiving', 'queued', 'running');
create index imports_by_end on imports (ended_at);

-- The uploaded file, in pieces, until the import has ended.
create table import_chunks (
  partner_id uuid not null,
  import_id uuid not null,
  number integer not null,
  data bytea not null,
  primary key (partner_id, import_id, number),
  foreign key (partner_id, import_id) references imports on delete cascade
);
alter table import_chunks alter column data set storage external;

-- What became of each row. Of a rejected one its cells, so that it can be corrected; they go with the import, after
-- 30 days, and with the person.
create table import_rows (
  partner_id uuid not null,
  import_id uuid not null,
  number integer not null,
  line integer not null,
  outcome text not null check (outcome in ('created', 'updated', 'unchanged', 'rejected')),
  external_id text,
  resource_id text,
  faults jsonb,
  cells text[],
  primary key (partner_id, import_id, number),
  foreign key (partner_id, import_id) references imports on delete cascade
);
create index import_rows_rejected on import_rows (partner_id, import_id, number) where outcome = 'rejected';
