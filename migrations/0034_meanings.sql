-- Up Migration

-- What the texts of needs and offers are about, as vectors that a model made of them, so that each text is read once by
-- all processes together. `vector` is 8-bit integers, null where the model makes nothing of the text. `text_hash` is the
-- SHA-256 of the text that was read; no text is stored. Only vectors of one `model` are compared.
-- `posting_version` is the version of the posting that was read
-- last. A vector is derived from a text that may name people, so it goes with its posting. Any row may be deleted at any
-- time and is then made again.
create table need_meanings (
  partner_id uuid not null,
  need_id uuid not null,
  model text not null,
  posting_version integer not null,
  text_hash bytea not null,
  vector bytea,
  primary key (partner_id, need_id),
  foreign key (partner_id, need_id) references needs (partner_id, id) on delete cascade
);
create table offer_meanings (
  partner_id uuid not null,
  offer_id uuid not null,
  model text not null,
  posting_version integer not null,
  text_hash bytea not null,
  vector bytea,
  primary key (partner_id, offer_id),
  foreign key (partner_id, offer_id) references offers (partner_id, id) on delete cascade
);
