-- A state that few rows have, in the order of changes: a list reads only these rows. Rows whose two sides are one partner's are
-- in the list of the need's side, so the other side has an index of those that it shares with somebody else.
create index needs_by_status_and_change on needs (partner_id, status, updated_at, id);
create index offers_by_status_and_change on offers (partner_id, status, updated_at, id);
create index candidates_by_status_and_change on candidates (partner_id, status, updated_at, id);
create index introductions_to_need_side_by_state_and_change on introductions (need_partner_id, state, updated_at, id);
create index introductions_from_others_by_state on introductions (offer_partner_id, state, updated_at, id)
  where need_partner_id <> offer_partner_id;
create index engagements_to_need_side_by_state_and_change on engagements (need_partner_id, state, updated_at, id);
create index engagements_from_others_by_state on engagements (offer_partner_id, state, updated_at, id)
  where need_partner_id <> offer_partner_id;

-- Kinds of help that few offers are of.
create index offers_by_kind on offers (partner_id, kind, id);
