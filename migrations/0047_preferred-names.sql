-- The name that a helper goes by. Candidates keep theirs in their profile.
alter table helpers add column preferred_name text;
