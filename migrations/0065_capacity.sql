-- Hours a week that work under way takes. Null where it is not known.
alter table engagements add column hours_per_week double precision check (hours_per_week > 0);
-- The most hours a week that a helper gives in all.
alter table helpers add column max_hours_per_week double precision check (max_hours_per_week > 0);

update engagements e set hours_per_week = least(n.hours_per_week, coalesce(o.hours_per_week, n.hours_per_week))
from needs n, offers o
where e.state = 'active' and n.hours_per_week > 0 and coalesce(o.hours_per_week, 1) > 0
  and n.partner_id = e.need_partner_id and n.id = e.need_id
  and o.partner_id = e.offer_partner_id and o.id = e.offer_id;

-- What rankings read of each open offer and need.
create index engagements_under_way_of_helper on engagements (offer_partner_id, helper_id)
  include (offer_id, hours_per_week) where state = 'active';
create index engagements_taking_positions on engagements (need_partner_id, need_id) where state <> 'ended_early';

-- Work that was promised and not broken off: it takes a position, and hours while it is under way. Capacity is added up from
-- these rows wherever it is asked for, so it cannot drift from the work.
create view promised_work as
select id, need_partner_id, need_id, offer_partner_id, offer_id, helper_id,
  state = 'active' as is_under_way, hours_per_week
from engagements where state <> 'ended_early';
