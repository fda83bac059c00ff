-- How the help is meant to be worked with: what readiness is judged by.
alter table needs add column brief jsonb;
create index engagements_of_organization on engagements (need_partner_id, organization_id);
