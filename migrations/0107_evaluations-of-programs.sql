-- An evaluation names the program whose questions it answers, so that the list of a program reads only its own.
alter table evaluations add column offer_partner_id uuid, add column program_id uuid;

create function name_program_of_evaluation() returns trigger language plpgsql as $$
begin
  select c.partner_id, c.program_id into new.offer_partner_id, new.program_id
  from engagements e join candidates c on c.partner_id = e.offer_partner_id and c.id = e.helper_id
  where e.id = new.engagement_id;
  return new;
end $$;
-- The version before names none, and its processes go on while this one starts. So a later release may demand them.
create trigger evaluations_program before insert on evaluations
  for each row when (new.program_id is null) execute function name_program_of_evaluation();

update evaluations v set offer_partner_id = c.partner_id, program_id = c.program_id
from engagements e join candidates c on c.partner_id = e.offer_partner_id and c.id = e.helper_id
where e.id = v.engagement_id;

create index evaluations_of_program on evaluations (offer_partner_id, program_id, engagement_id, moment, side);
