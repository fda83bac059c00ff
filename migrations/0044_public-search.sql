-- People search the public pages by words, place, cause and kind. Words are looked up by their beginnings ('simple' knows no
-- language), in the text and in the names of the skills.
-- Reading texts takes long, and the setting keeps this from being inlined and its cost from being forgotten.
create function needs_words(title text, description text, skills jsonb) returns tsvector
  language sql immutable parallel safe cost 10000 set search_path = ''
  return to_tsvector('simple', title || ' ' || description) || jsonb_to_tsvector('simple', skills, '["string"]');
create index needs_public_search on needs using gin (
  needs_words(title, description, skills),
  (array[lower(location ->> 'country'), lower(location ->> 'region'), lower(location ->> 'city')]),
  accepts
) where status = 'open' and visibility = 'network' and is_public;
create index organizations_public_search on organizations using gin (
  (array[lower(location ->> 'country'), lower(location ->> 'region'), lower(location ->> 'city')]),
  causes
);

-- Needs that ended are not public either.
create index needs_published on needs (id desc) include (partner_id, deadline_at, ends_on, updated_at)
  where status = 'open' and visibility = 'network' and is_public;
create index needs_published_cuts on needs (id) include (partner_id, deadline_at, ends_on)
  where status = 'open' and visibility = 'network' and is_public and right(id::text, 3) = '000';
-- The indexes needs_listed and needs_listed_cuts serve the previous version.
drop index needs_public;
drop index needs_public_cuts;

-- The name that an organization shows to everybody. Giving it is the consent.
alter table organizations add column public_name text;
-- Where "Offer help" on a public page leads.
alter table partners add column offer_help_url text;
