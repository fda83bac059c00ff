-- Sprints, placements and time credits can be listed. Each order of a list has an index within the partner.
create index sprints_by_posting on sprints (partner_id, created_at, id);
create index sprints_by_change on sprints (partner_id, updated_at, id);
create index sprints_of_organization on sprints (partner_id, organization_id, id);
create index placements_by_posting on placements (partner_id, created_at, id);
create index credit_accounts_by_balance on credit_accounts (partner_id, balance_minutes, party_id);

-- Each side reads what has changed, or was made, in a span of time by an index that begins with its partner.
create index introductions_to_need_side_by_change on introductions (need_partner_id, updated_at, id);
create index introductions_to_offer_side_by_change on introductions (offer_partner_id, updated_at, id);
create index introductions_to_need_side_by_posting on introductions (need_partner_id, created_at, id);
create index introductions_to_offer_side_by_posting on introductions (offer_partner_id, created_at, id);
create index engagements_to_need_side_by_change on engagements (need_partner_id, updated_at, id);
create index engagements_to_offer_side_by_change on engagements (offer_partner_id, updated_at, id);
create index engagements_to_need_side_by_posting on engagements (need_partner_id, created_at, id);
create index engagements_to_offer_side_by_posting on engagements (offer_partner_id, created_at, id);
