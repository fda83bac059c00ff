-- Hours that a dry run of an import would log, so that those of a day add up over the whole file. Ids, days and numbers alone.
create table tried_hours (
  partner_id uuid not null,
  import_id uuid not null,
  helper_id uuid not null,
  worked_on date not null,
  engagement_id uuid not null,
  id uuid not null,
  hours double precision not null,
  logged_by text not null,
  starts_at timestamptz(3),
  ends_at timestamptz(3),
  -- The entry is stored, and the file would change it.
  is_change boolean not null,
  primary key (partner_id, import_id, helper_id, worked_on, engagement_id, id),
  foreign key (partner_id, import_id) references imports on delete cascade
);
