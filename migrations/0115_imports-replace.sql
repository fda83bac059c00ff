-- A file that is read again gets a new import, and the one before is deleted. Its address is still in browsers, whose back button led
-- nowhere. So the new one names those that it replaces.
alter table imports add column replaces uuid[] not null default '{}';
