-- A ring is listed once for each partner in it, by the first of that partner's parties.
create view partner_rings as
select own.partner_id, own.ring_id as id, own.state, own.accepted_at, rings.proposed_by, rings.reason, rings.message, rings.expires_at,
  rings.ended_at, rings.version, rings.created_at, rings.updated_at
from ring_parties own join rings on rings.id = own.ring_id
where not exists (
  select from ring_parties earlier
  where earlier.ring_id = own.ring_id and earlier.partner_id = own.partner_id and earlier.position < own.position
);

-- What a ring is found by, and the orders of its list beside that of ids.
create index ring_parties_by_what_they_give on ring_parties (gives_id);
create index ring_parties_by_what_they_lead_to on ring_parties (to_id);
create index ring_parties_of_organization on ring_parties (organization_id) where organization_id is not null;
create index ring_parties_of_helper on ring_parties (helper_id) where helper_id is not null;
create index rings_by_posting on rings (created_at, id);
create index rings_by_change on rings (updated_at, id);

create index clearings_by_state on clearings (partner_id, state, id);
create index clearings_by_posting on clearings (partner_id, created_at, id);
