alter table imports drop constraint imports_type_check;
alter table imports add constraint imports_type_check check (type in (
  'candidates', 'needs', 'offers', 'organizations', 'helpers', 'candidate_preferences', 'organization_preferences',
  'hours'));
