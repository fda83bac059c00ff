-- Whoever was accepted for some sessions of a need can be introduced for others. Other work is agreed on once.
drop index introductions_standing_pair;
create unique index introductions_standing_pair on introductions (need_id, offer_id)
  where state = 'proposed' or (state = 'accepted' and session_ids = '[]');
