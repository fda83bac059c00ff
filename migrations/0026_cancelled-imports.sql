alter table imports drop constraint imports_state_check;
alter table imports add constraint imports_state_check
  check (state in ('receiving', 'queued', 'running', 'done', 'failed', 'cancelled'));
