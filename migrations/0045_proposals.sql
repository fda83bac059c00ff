-- What both sides knew of each other when an introduction was proposed: public views, score, summary.
alter table introductions add column proposal jsonb;
-- Finds all introductions of an offer, whatever became of them.
create index introductions_with_offer on introductions (offer_partner_id, offer_id);
