-- What an import wrote into ranked choices, and what stood there before, as long as the import can be undone.
alter table preferences add column imported jsonb;
create index preferences_imported on preferences (partner_id, cohort_id) where imported is not null;
-- An import names the hours that it logged by their own ids.
create index engagement_hours_by_id on engagement_hours (id);
