-- Up Migration

-- How the file of an import is to be read, as its caller said: columns of headers, defaults, formats, sheet and key.
-- Null means by its header alone, as before.
alter table imports add column options jsonb;
