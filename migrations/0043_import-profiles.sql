-- How a partner's files of one kind are to be read, saved under a name: columns of headers, defaults and formats.
create table import_profiles (
  partner_id uuid not null references partners,
  name text not null,
  type text not null,
  options jsonb not null,
  version integer not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  primary key (partner_id, name)
);
