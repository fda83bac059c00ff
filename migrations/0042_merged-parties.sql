-- A merge of two helpers or organizations gives what one of them has in the ledger to the other.
create index merged_records_by_id on merged_records (id);

-- The UUID of an id of the API: behind its prefix are 26 characters of Crockford's base 32.
create function id_to_uuid(id text) returns uuid language sql immutable strict as $$
  select string_agg(to_hex(substr(bits, 4 * place - 1, 4)::bit(4)::int), '' order by place)::uuid
  from generate_series(1, 32) place, (
    select string_agg(
      (strpos('0123456789abcdefghjkmnpqrstvwxyz', substr(id, length(id) - 26 + at, 1)) - 1)::bit(5)::text, '' order by at
    ) as bits
    from generate_series(1, 26) at) digits
$$;

create function is_merged_party(former text, party text) returns boolean language sql stable as $$
  select former = party or exists (
    select from public.merged_records
    where id = public.id_to_uuid(former) and into_id = public.id_to_uuid(party)
      and kind = case split_part(former, '_', 1) when 'org' then 'organization' else split_part(former, '_', 1) end
      and split_part(former, '_', 1) = split_part(party, '_', 1))
$$;

-- An entry never changes, except that it names the record that its party was merged into.
create or replace function keep_ledger() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and tg_table_name = 'credit_entries' then
    if to_jsonb(new) - array['party_id', 'counterparty_id'] = to_jsonb(old) - array['party_id', 'counterparty_id']
      and is_merged_party(to_jsonb(old) ->> 'party_id', to_jsonb(new) ->> 'party_id')
      and is_merged_party(to_jsonb(old) ->> 'counterparty_id', to_jsonb(new) ->> 'counterparty_id') then
      return new;
    end if;
  end if;
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

-- At once for all entries of a statement: between them an account could fall below its limit.
create function move_balances() returns trigger language plpgsql as $$
begin
  update credit_accounts account set balance_minutes = balance_minutes + moved.minutes
  from (
    select partner_id, party_id, sum(minutes)::integer as minutes
    from (
      select partner_id, party_id, minutes from entries_after
      union all
      select partner_id, party_id, -minutes from entries_before
    ) as both_sides
    group by partner_id, party_id having sum(minutes) <> 0
  ) as moved
  where account.partner_id = moved.partner_id and account.party_id = moved.party_id;
  return null;
end $$;
create trigger credit_entries_moved after update on credit_entries
  referencing old table as entries_before new table as entries_after
  for each statement execute function move_balances();
