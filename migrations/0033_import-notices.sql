-- What an import changed or left out, for each row and for the file as a whole.
alter table imports
  add column noticed integer not null default 0 check (noticed <= rows_read),
  add column notices jsonb;
alter table import_rows add column notices jsonb;
-- The report lists rejected rows and rows with notices.
create index import_rows_reported on import_rows (partner_id, import_id, number)
  where outcome = 'rejected' or notices is not null;
create index import_rows_noticed on import_rows (partner_id, import_id, number) where notices is not null;

-- Two records of one student are found by the e-mail, and by ids that differ in leading zeros only.
create index candidates_by_email on candidates (partner_id, lower(profile ->> 'email'));
create index candidates_by_digits on candidates (partner_id, ltrim(external_id, '0')) where external_id ~ '^[0-9]+$';
