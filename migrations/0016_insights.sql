-- A partner's needs by when they were posted, and what was shown for each.
create index needs_by_posting on needs (partner_id, created_at, id);
create index disclosures_of_need on disclosures (partner_id, need_id) where need_id is not null;
