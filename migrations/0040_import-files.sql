-- How the bytes of a file are read as text, and workbooks besides texts. Null for imports of the version before.
alter table imports add column encoding jsonb;
alter table imports drop constraint imports_format_check;
alter table imports add constraint imports_format_check check (format in ('csv', 'ndjson', 'xlsx'));
