-- Hours can be changed until they are confirmed, and corrected afterwards by an entry of their own, which may be negative.
alter table engagement_hours
  add column version integer not null default 1,
  add column starts_at timestamptz(3),
  add column ends_at timestamptz(3),
  add column corrects_id uuid,
  add column correction_reason text;
alter table engagement_hours drop constraint engagement_hours_hours_check;
alter table engagement_hours add constraint engagement_hours_hours_check
  check (hours <> 0 and (hours > 0 or corrects_id is not null));
-- One correction of an entry at a time.
create unique index engagement_hours_one_open_correction on engagement_hours (engagement_id, corrects_id)
  where corrects_id is not null and state <> 'confirmed';
