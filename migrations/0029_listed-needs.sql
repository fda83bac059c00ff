-- A need for the network may stay off the public pages. What holds an organization back is not public unless asked.
alter table needs add column is_public boolean not null default true;
update needs set is_public = false
  from (select partner_id, unnest(need_ids) as need_id from sprints) as bottleneck
  where needs.partner_id = bottleneck.partner_id and needs.id = bottleneck.need_id;

-- The indexes needs_public and needs_public_cuts serve the previous version.
create index needs_listed on needs (id desc) include (partner_id, deadline_at, updated_at)
  where status = 'open' and visibility = 'network' and is_public;
create index needs_listed_cuts on needs (id)
  where status = 'open' and visibility = 'network' and is_public and right(id::text, 3) = '000';
