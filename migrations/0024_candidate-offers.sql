-- Which of the offers that an answer names are students', to log that it does.
create index offers_of_candidates on offers (id) where is_candidate;
