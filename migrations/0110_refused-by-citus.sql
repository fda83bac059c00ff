-- On Citus a student lies on another node than the engagement, so the two are read one after the other.
create or replace function name_program_of_evaluation() returns trigger language plpgsql as $$
declare
  office uuid;
  student uuid;
begin
  select e.offer_partner_id, e.helper_id into office, student from engagements e where e.id = new.engagement_id;
  select c.partner_id, c.program_id into new.offer_partner_id, new.program_id
  from candidates c where c.partner_id = office and c.id = student;
  return new;
end $$;
