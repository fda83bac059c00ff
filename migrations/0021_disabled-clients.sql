-- A disabled client gets no tokens, and the tokens it has are refused at once.
alter table clients add column disabled_at timestamptz(3);
create index clients_disabled on clients (id) where disabled_at is not null;
