-- What one partner has proposed to another, and when each stopped waiting: counted before each proposal.
create index introductions_between_partners on introductions (
  need_partner_id, offer_partner_id,
  (case when state in ('proposed', 'expired') then expires_at else updated_at end)
) where need_partner_id <> offer_partner_id;
-- What a partner has proposed lately.
create index rings_of_proposer on rings (proposed_by, (coalesce(ended_at, expires_at)));
