-- Hours that were logged for a session, once each.
alter table engagement_hours add column session_id uuid;
create unique index engagement_hours_one_of_session on engagement_hours (engagement_id, session_id)
  where session_id is not null;
