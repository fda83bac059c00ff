-- The partners of an engagement never change, so its hours name them too: a day of a partner is found without its other years.
alter table engagement_hours add column need_partner_id uuid, add column offer_partner_id uuid;

update engagement_hours h set need_partner_id = e.need_partner_id, offer_partner_id = e.offer_partner_id
from engagements e where e.id = h.engagement_id;

-- The version before names none, and its processes go on while this one starts. So a later release may demand them.
create function name_partners_of_hours() returns trigger language plpgsql as $$
begin
  select e.need_partner_id, e.offer_partner_id into new.need_partner_id, new.offer_partner_id
  from engagements e where e.id = new.engagement_id;
  return new;
end $$;
create trigger engagement_hours_partners before insert on engagement_hours
  for each row when (new.need_partner_id is null or new.offer_partner_id is null) execute function name_partners_of_hours();

-- Sums read these alone.
create index engagement_hours_of_need_side on engagement_hours (need_partner_id, worked_on) include (hours, state, corrects_id);
create index engagement_hours_of_offer_side on engagement_hours (offer_partner_id, worked_on)
  include (need_partner_id, hours, state, corrects_id);

-- What both sides have agreed on is most of all, and nobody waits for it.
create index engagement_hours_open_of_need_side on engagement_hours (need_partner_id, state, logged_by) where state <> 'confirmed';
create index engagement_hours_open_of_offer_side on engagement_hours (offer_partner_id, state, logged_by) where state <> 'confirmed';
drop index engagement_hours_logged;
