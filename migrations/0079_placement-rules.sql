-- What placements of a cohort must keep to, and choices that are equally good.
alter table cohorts add column rules jsonb not null
  default '{"locked_pairs": [], "forbidden_pairs": [], "together": [], "apart": []}';
alter table preferences add column tied text[] not null default '{}';
