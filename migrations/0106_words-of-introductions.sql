-- What both sides read of an introduction: the message, and the titles of the need and the offer as they were proposed.
create function introduction_words(message text, need_title text, offer_title text) returns tsvector
  language sql immutable parallel safe cost 1000 set search_path = ''
  return words_of(coalesce(message, '') || ' ' || coalesce(need_title, '') || ' ' || coalesce(offer_title, ''));

-- Both partners are part of it, so that each search reads only rows of the partner who asks.
create index introductions_by_words on introductions using gin (
  (array[need_partner_id, offer_partner_id]),
  introduction_words(message, proposal #>> '{need,title}', proposal #>> '{offer,title}')
);
