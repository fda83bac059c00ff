-- Weights of the ranking, fitted to outcomes, with how they did on outcomes held out. The one in use is the one used last.
create table ranking_models (
  version text primary key,
  need_weights jsonb not null,
  offer_weights jsonb not null,
  report jsonb not null,
  created_at timestamptz(3) not null,
  used_at timestamptz(3)
);
