-- A meaning was of the posting's text if it was of its version, so each change of a posting, also of its hours, had to be read
-- again to tell. This is a hash of the columns that the text is made of. Null where a version before has written the row.
alter table need_meanings add column posted_hash bigint;
alter table offer_meanings add column posted_hash bigint;
