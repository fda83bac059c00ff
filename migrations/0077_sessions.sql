-- Dated pieces of a need's work, and days on which helpers can or cannot come.
alter table needs add column sessions jsonb not null default '[]';
alter table offers
  add column dates jsonb not null default '[]',
  add column not_available jsonb not null default '[]';
alter table programs add column not_available jsonb not null default '[]';

-- The sessions that an introduction names, and those that both sides agreed on, as they were then: the need may change them.
alter table introductions add column session_ids jsonb not null default '[]';
alter table engagements add column sessions jsonb not null default '[]';

create or replace view promised_work as
select id, need_partner_id, need_id, offer_partner_id, offer_id, helper_id,
  state = 'active' as is_under_way, hours_per_week, sessions
from engagements where state <> 'ended_early';
