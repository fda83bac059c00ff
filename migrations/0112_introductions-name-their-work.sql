-- The engagement that an accepted introduction began.
alter table introductions add column engagement_id uuid;
update introductions set engagement_id = e.id from engagements e where e.introduction_id = introductions.id;
