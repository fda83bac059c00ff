-- Helpers that an organization knows: a connection of two partners counts once both sides name it.
alter table organizations add column connections text[] not null default '{}';
