create table sprints (
  partner_id uuid not null references partners,
  id uuid not null,
  organization_id uuid not null,
  deadline_at timestamptz(3) not null,
  half_time_at timestamptz(3) not null,
  half_time_told boolean not null,
  end_told boolean not null,
  need_ids uuid[] not null,
  version integer not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  primary key (partner_id, id),
  foreign key (partner_id, organization_id) references organizations on delete cascade
);
create index sprints_untold on sprints (half_time_at) where not end_told;
