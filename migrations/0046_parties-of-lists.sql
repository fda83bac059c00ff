-- Lists of introductions and engagements are filtered by need, offer, organization and helper, from either side.
create index introductions_by_need on introductions (need_id, id);
create index introductions_by_offer on introductions (offer_id, id);
create index introductions_by_organization on introductions (organization_id, id);
create index introductions_by_helper on introductions (helper_id, id);
drop index introductions_with_offer;
create index engagements_by_need on engagements (need_id, id);
create index engagements_by_offer on engagements (offer_id, id);
create index engagements_by_organization on engagements (organization_id, id);
create index engagements_by_helper on engagements (helper_id, id);
