-- When a process last took up an import of the partner. The partner served longest ago is next.
create table import_turns (
  partner_id uuid primary key references partners,
  served_at timestamptz(3) not null
);
