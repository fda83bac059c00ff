-- One name for the age, and one shape for a price, as the API has them from now on.
update candidates set profile = profile - 'is_over_18' || jsonb_build_object('age_over_18', profile -> 'is_over_18')
where profile ? 'is_over_18';

update introductions
set proposal = jsonb_set(proposal #- '{offer,terms,unit}', '{offer,terms,rate,unit}', proposal #> '{offer,terms,unit}')
where proposal #> '{offer,terms,unit}' is not null;
