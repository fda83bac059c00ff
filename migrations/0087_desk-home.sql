-- What a session has done last, until its next page has said so.
alter table desk_sessions add column done text;

-- What waits for a partner is counted without reading what does not wait.
create index engagement_hours_logged on engagement_hours (engagement_id, logged_by) where state = 'logged';
create index sprints_under_way on sprints (partner_id, deadline_at) where not end_told;
create index helpers_expiry_of_partner on helpers using gin ((array[partner_id]), expiry_days(credentials))
  where expiry_days(credentials) <> '{}';
