-- What of a partner waits: counted before each upload.
create index imports_waiting on imports (partner_id, id) where state in ('receiving', 'queued', 'running');
