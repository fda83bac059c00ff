-- Lists can be searched for words, in any language: 'simple' knows none. Case, accents and ligatures are folded, so that
-- "Jörg" is found by "jorg" and "Straße" by "strasse". Marks such as those of Arabic and Hindi vowels are letters to keep.
create function folded_text(given text) returns text
  language sql immutable parallel safe strict
  return translate(
    replace(replace(replace(regexp_replace(normalize(lower(given), nfkd), '[\u0300-\u036f]', '', 'g'),
      'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'),
    'øłđðı', 'olddi');
-- Postgres takes `and/or` for a path and `a@b.org` for one word. The settings keep these from being inlined and their cost
-- from being forgotten.
create function words_of(given text) returns tsvector
  language sql immutable parallel safe strict cost 1000 set search_path = ''
  return to_tsvector('simple', translate(folded_text(given), '/_-.@:+#&''', '          '));
create function name_words(name text, other_name text) returns tsvector
  language sql immutable parallel safe cost 1000 set search_path = ''
  return words_of(name || ' ' || coalesce(other_name, ''));
create function posting_words(title text, description text, skills jsonb) returns tsvector
  language sql immutable parallel safe cost 10000 set search_path = ''
  return words_of(title || ' ' || description
    || ' ' || jsonb_path_query_array(skills, '$[*].skill')::text
    || ' ' || jsonb_path_query_array(skills, '$[*].resolved.skill.label')::text);

-- The partner is part of each, so that a search reads nobody else's rows. Kinds that few rows have are found here too.
create index needs_by_words on needs using gin (
  (array[partner_id]), posting_words(title, description, skills), accepts
);
create index offers_by_words on offers using gin ((array[partner_id]), posting_words(title, description, skills));
create index organizations_by_words on organizations using gin ((array[partner_id]), name_words(name, public_name));
create index helpers_by_words on helpers using gin ((array[partner_id]), name_words(name, preferred_name));
create index candidates_by_words on candidates using gin (
  (array[partner_id]), name_words(profile ->> 'name', profile ->> 'preferred_name')
);

create index needs_by_title on needs (partner_id, left(lower(title), 60), id);
create index offers_by_title on offers (partner_id, left(lower(title), 60), id);
create index organizations_by_name on organizations (partner_id, left(lower(name), 60), id);
create index helpers_by_name on helpers (partner_id, left(lower(name), 60), id);
create index candidates_by_name on candidates (partner_id, left(lower(profile ->> 'name'), 60), id);

-- Needs have theirs since 0016.
create index offers_by_posting on offers (partner_id, created_at, id);
create index organizations_by_posting on organizations (partner_id, created_at, id);
create index helpers_by_posting on helpers (partner_id, created_at, id);
create index candidates_by_posting on candidates (partner_id, created_at, id);
