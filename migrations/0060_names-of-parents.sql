-- Rows of imports may name their program, organization or helper as people do: by its name, in any case.
create index programs_by_folded_name on programs (partner_id, lower(btrim(name)));
create index organizations_by_folded_name on organizations (partner_id, lower(btrim(name)));
create index helpers_by_folded_name on helpers (partner_id, lower(btrim(name)));
