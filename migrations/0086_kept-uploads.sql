-- A dry run that somebody looks at keeps its file for a while, so that it can be read again in another way and applied.
alter table imports add column kept_until timestamptz(3);
alter table imports add column rows_expected integer;
create index imports_kept on imports (partner_id, id) where kept_until is not null;

-- Cells that were corrected by hand, in the place of those of the file. They go with the file, or with the person.
create table import_corrections (
  partner_id uuid not null,
  import_id uuid not null,
  number integer not null,
  position integer not null,
  cell text not null,
  primary key (partner_id, import_id, number, position),
  foreign key (partner_id, import_id) references imports on delete cascade
);
