-- Citus refuses a function in SQL whose parameters a statement on rows of partners needs.
create or replace function is_merged_party(former text, party text) returns boolean language plpgsql stable as $$
declare
  prefix text := split_part(former, '_', 1);
begin
  if former = party then return true; end if;
  if prefix <> split_part(party, '_', 1) then return false; end if;
  perform 1 from public.merged_records
  where id = public.id_to_uuid(former) and into_id = public.id_to_uuid(party)
    and kind = case prefix when 'org' then 'organization' else prefix end;
  return found;
end $$;
