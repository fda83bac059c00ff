-- A sandbox is a partner of its own, whose id is a UUIDv8 (RFC 9562) where others have a UUIDv7: wherever a partner is
-- known, it is known whether it is one, and nothing that is remembered of it can be out of date.
create function is_sandbox(partner_id uuid) returns boolean language sql immutable parallel safe as $$
  select substr(partner_id::text, 15, 1) = '8'
$$;

alter table partners add column sandbox_of uuid references partners;
alter table partners add constraint partners_sandbox check ((sandbox_of is not null) = is_sandbox(id));
create unique index partners_sandbox_of on partners (sandbox_of) where sandbox_of is not null;

-- Who is to be answered for.
create index introductions_in_sandboxes on introductions (id) where state = 'proposed' and is_sandbox(offer_partner_id);

-- What was only tried out may be removed, ledger and all.
create or replace function keep_ledger() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and tg_level = 'ROW' then
    if tg_table_name = 'credit_entries' and is_sandbox((to_jsonb(old) ->> 'partner_id')::uuid) then
      return old;
    end if;
    if tg_table_name = 'credit_transactions'
      and (select is_sandbox(proposed_by) from rings where id = (to_jsonb(old) ->> 'ring_id')::uuid) then
      return old;
    end if;
  end if;
  raise exception 'the ledger is append-only' using errcode = 'restrict_violation';
end $$;
