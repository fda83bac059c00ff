-- Spreadsheets of preferences name students. In any case, with or without accents, however many spaces stand between.
create function folded_name(given text) returns text
  language sql immutable parallel safe strict cost 100 set search_path = ''
  return folded_text(btrim(regexp_replace(given, '[[:space:]\u00a0]+', ' ', 'g')));
-- Folding may make a name too long for an index.
create index candidates_by_folded_name on candidates (partner_id, program_id, left(folded_name(profile ->> 'name'), 100));
