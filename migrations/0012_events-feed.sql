-- A partner's events in the order of their transactions.
create index events_of_partner on events (partner_id, xid, id);
create index events_by_age on events (occurred_at);
