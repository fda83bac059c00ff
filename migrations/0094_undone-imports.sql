-- When all that an import had created was taken back.
alter table imports add column undone_at timestamptz(3);
