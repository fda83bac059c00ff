-- Up Migration

-- The skills that the texts of needs and offers express, so that each text is read once by all processes together, and not at each
-- start. `made_from` is the SHA-256 of the text, of what is known beside it and of the program that read it. `skills` are ids, with
-- a confidence and the words of the text that express them, so a row goes with its posting. Any row may be deleted at any time and
-- is then made again.
create table need_readings (
  partner_id uuid not null,
  need_id uuid not null,
  made_from bytea not null,
  skills json not null,
  primary key (partner_id, need_id),
  foreign key (partner_id, need_id) references needs (partner_id, id) on delete cascade
);
create table offer_readings (
  partner_id uuid not null,
  offer_id uuid not null,
  made_from bytea not null,
  skills json not null,
  primary key (partner_id, offer_id),
  foreign key (partner_id, offer_id) references offers (partner_id, id) on delete cascade
);
