-- Cohorts and programs are listed by the filters and orders that other postings have.
create index cohorts_of_program on cohorts (partner_id, program_id, id);
create index cohorts_by_posting on cohorts (partner_id, created_at, id);
create index programs_by_posting on programs (partner_id, created_at, id);
