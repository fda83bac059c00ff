-- The kind of help of an engagement never changes, so its hours name it too: sums by kind and week read one index alone.
alter table engagement_hours add column kind text;

update engagement_hours h set kind = e.kind from engagements e where e.id = h.engagement_id;

-- The version before names none, and its processes go on while this one starts. So a later release may demand it.
create or replace function name_partners_of_hours() returns trigger language plpgsql as $$
begin
  select e.need_partner_id, e.offer_partner_id, e.kind into new.need_partner_id, new.offer_partner_id, new.kind
  from engagements e where e.id = new.engagement_id;
  return new;
end $$;
drop trigger engagement_hours_partners on engagement_hours;
create trigger engagement_hours_partners before insert on engagement_hours
  for each row when (new.need_partner_id is null or new.offer_partner_id is null or new.kind is null)
  execute function name_partners_of_hours();

drop index engagement_hours_of_need_side;
drop index engagement_hours_of_offer_side;
create index engagement_hours_of_need_side on engagement_hours (need_partner_id, worked_on)
  include (hours, state, corrects_id, kind);
create index engagement_hours_of_offer_side on engagement_hours (offer_partner_id, worked_on)
  include (need_partner_id, hours, state, corrects_id, kind);
