-- Two records of one person or organization are found by the e-mail, and by ids that differ only in case, spaces, dashes
-- or leading zeros. The id at the end lets a search stop after the first few.
create index candidates_like_email on candidates (partner_id, lower(profile ->> 'email'), id);
create index candidates_like_external_id on candidates
  (partner_id, ltrim(regexp_replace(lower(normalize(external_id, nfkc)), '[[:space:]_\u2010-\u2015-]', '', 'g'), '0'), id);
create index organizations_like_email on organizations (partner_id, lower(contact ->> 'email'), id);
create index organizations_like_external_id on organizations
  (partner_id, ltrim(regexp_replace(lower(normalize(external_id, nfkc)), '[[:space:]_\u2010-\u2015-]', '', 'g'), '0'), id);
-- The helpers of candidates follow their candidate and have no external id.
create index helpers_like_email on helpers (partner_id, lower(contact ->> 'email'), id) where not is_candidate;
create index helpers_like_external_id on helpers
  (partner_id, ltrim(regexp_replace(lower(normalize(external_id, nfkc)), '[[:space:]_\u2010-\u2015-]', '', 'g'), '0'), id)
  where not is_candidate;

drop index candidates_by_email;
drop index candidates_by_digits;
