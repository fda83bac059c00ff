-- When the work that an introduction began ended. The same need and offer can then be introduced again.
alter table introductions add column work_ended_at timestamptz(3);
update introductions set work_ended_at = e.ended_at
  from engagements e where e.introduction_id = introductions.id and e.ended_at is not null;
drop index introductions_standing_pair;
create unique index introductions_standing_pair on introductions (need_id, offer_id)
  where state = 'proposed' or (state = 'accepted' and session_ids = '[]' and work_ended_at is null);
