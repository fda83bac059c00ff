-- When each side last changed the plan or marked the work as done: a side that works is not silent.
alter table engagements add column need_active_at timestamptz(3), add column offer_active_at timestamptz(3);
update engagements set need_active_at = updated_at, offer_active_at = updated_at where state = 'active';

-- A record is counted anew from these whenever one of them changes.
create index introductions_asked_of_helper
  on introductions (offer_partner_id, helper_id, need_partner_id, id desc)
  where proposed_by = 'need' and state in ('accepted', 'declined', 'expired');
create index introductions_asked_of_organization
  on introductions (need_partner_id, organization_id, offer_partner_id, id desc)
  where proposed_by = 'offer' and state in ('accepted', 'declined', 'expired');
create index engagements_ended_of_helper
  on engagements (offer_partner_id, helper_id, need_partner_id, id desc) where state <> 'active';
create index engagements_ended_of_organization
  on engagements (need_partner_id, organization_id, offer_partner_id, id desc) where state <> 'active';

-- Until now everything was counted. Today's rules hold for the past too.
update track_records set
  (introductions_answered, introductions_ignored, answer_hours) = (
    select
      count(*) filter (where state <> 'expired'),
      count(*) filter (where state = 'expired'),
      coalesce(sum(greatest(0, extract(epoch from answered_at - created_at))) filter (where state <> 'expired'), 0) / 3600
    from (
      select *, row_number() over (partition by other_partner_id order by id desc) as place
      from (
        select need_partner_id as other_partner_id, id, state, reason, created_at, answered_at, expires_at
        from introductions
        where offer_partner_id = track_records.partner_id and helper_id = track_records.id
          and proposed_by = 'need' and state in ('accepted', 'declined', 'expired')
        union all
        select offer_partner_id, id, state, reason, created_at, answered_at, expires_at
        from introductions
        where need_partner_id = track_records.partner_id and organization_id = track_records.id
          and proposed_by = 'offer' and state in ('accepted', 'declined', 'expired')
      ) as asked
      where state = 'declined' or (state = 'accepted' and reason is distinct from 'ring')
        or (state = 'expired' and expires_at >= created_at + interval '24 hours')
    ) as placed
    where place <= 3 or other_partner_id = track_records.partner_id
  ),
  (completed, broken) = (
    select count(*) filter (where state = 'completed'), count(*) filter (where state <> 'completed')
    from (
      select *, row_number() over (partition by other_partner_id order by id desc) as place
      from (
        select 'offer' as side, need_partner_id as other_partner_id, id, state, ended_by, end_reason, started_at, ended_at
        from engagements
        where offer_partner_id = track_records.partner_id and helper_id = track_records.id and state <> 'active'
        union all
        select 'need', offer_partner_id, id, state, ended_by, end_reason, started_at, ended_at
        from engagements
        where need_partner_id = track_records.partner_id and organization_id = track_records.id and state <> 'active'
      ) as ended
      where state = 'completed'
        or (ended_by = side and end_reason in ('no_time', 'skills_do_not_fit', 'other'))
        or (ended_by <> side and end_reason = 'other_side_stopped_answering'
          and ended_at >= started_at + interval '7 days')
    ) as placed
    where place <= 3 or other_partner_id = track_records.partner_id
  );
