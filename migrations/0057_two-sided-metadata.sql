-- Each side's own pairs of texts on what two sides share. A partner of both sides has its pairs on the need's side. The
-- partner is the first step of each indexed path, as in 0051.
alter table introductions add column need_metadata jsonb not null default '{}';
alter table introductions add column offer_metadata jsonb not null default '{}';
alter table engagements add column need_metadata jsonb not null default '{}';
alter table engagements add column offer_metadata jsonb not null default '{}';

create index introductions_by_need_metadata on introductions
  using gin (jsonb_set('{}', array[need_partner_id::text], need_metadata) jsonb_path_ops) where need_metadata <> '{}';
create index introductions_by_offer_metadata on introductions
  using gin (jsonb_set('{}', array[offer_partner_id::text], offer_metadata) jsonb_path_ops) where offer_metadata <> '{}';
create index engagements_by_need_metadata on engagements
  using gin (jsonb_set('{}', array[need_partner_id::text], need_metadata) jsonb_path_ops) where need_metadata <> '{}';
create index engagements_by_offer_metadata on engagements
  using gin (jsonb_set('{}', array[offer_partner_id::text], offer_metadata) jsonb_path_ops) where offer_metadata <> '{}';
