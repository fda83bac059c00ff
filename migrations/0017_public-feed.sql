-- A partner may keep its needs out of what is readable without a token. The version counts changes of its settings.
alter table partners
  add column public_feed boolean not null default true,
  add column version integer not null default 1;

-- What anybody may read, the newest first, across partners; with all that decides whether a need is passed over.
create index needs_public on needs (id desc) include (partner_id, deadline_at, updated_at)
  where status = 'open' and visibility = 'network';
-- Where pages of the sitemap begin: one id of 4,096.
create index needs_public_cuts on needs (id)
  where status = 'open' and visibility = 'network' and right(id::text, 3) = '000';
