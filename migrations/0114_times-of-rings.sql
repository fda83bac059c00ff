-- A list of rings by time read all rings, because the times are those of the ring and the partner that of its parties. So parties
-- name both times, and which of a partner's parties the ring is listed by: the first that was written.
lock table rings in access exclusive mode;
alter table ring_parties
  add column created_at timestamptz(3) not null default now(),
  add column updated_at timestamptz(3) not null default now(),
  add column is_listed boolean not null default true;

-- The version before knows none of the three, and its processes go on while this one starts.
create function copy_ring_to_party() returns trigger language plpgsql as $$
begin
  select r.created_at, r.updated_at into new.created_at, new.updated_at from rings r where r.id = new.ring_id;
  new.is_listed := not exists (
    select from ring_parties p where p.ring_id = new.ring_id and p.partner_id = new.partner_id
  );
  return new;
end $$;
create trigger ring_parties_copy before insert on ring_parties for each row execute function copy_ring_to_party();

create function copy_ring_to_parties() returns trigger language plpgsql as $$
begin
  update ring_parties set state = new.state, updated_at = new.updated_at where ring_id = new.id;
  return null;
end $$;
create trigger rings_copied after update on rings
  for each row when (new.state <> old.state or new.updated_at <> old.updated_at) execute function copy_ring_to_parties();

update ring_parties own set created_at = rings.created_at, updated_at = rings.updated_at, is_listed = not exists (
  select from ring_parties earlier
  where earlier.ring_id = own.ring_id and earlier.partner_id = own.partner_id and earlier.position < own.position
) from rings where rings.id = own.ring_id;

-- A left join, since a total that asks for nothing of `rings` then reads parties alone.
create or replace view partner_rings as
select own.partner_id, own.ring_id as id, own.state, own.accepted_at, rings.proposed_by, rings.reason, rings.message, rings.expires_at,
  rings.ended_at, rings.version, own.created_at, own.updated_at
from ring_parties own left join rings on rings.id = own.ring_id
where own.is_listed;

create index ring_parties_by_posting on ring_parties (partner_id, created_at, ring_id) where is_listed;
create index ring_parties_by_change on ring_parties (partner_id, updated_at, ring_id) where is_listed;
drop index ring_parties_by_state;
create index ring_parties_by_state on ring_parties (partner_id, state, ring_id) where is_listed;
drop index rings_by_posting;
drop index rings_by_change;
