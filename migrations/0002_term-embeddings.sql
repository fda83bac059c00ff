-- Up Migration

-- What a model makes of terms (labels of skills), so that each is asked for once by all processes together.
-- No text and no partner: a term is known by the SHA-256 of its UTF-8 alone. A row without a vector is being asked
-- for by one process until `claimed_until`. `vector` is 32-bit floats, little-endian, of length 1. Rows that no
-- process has used for a month are removed; any row may be deleted at any time and is then asked for again.
create table term_embeddings (
  model text not null,
  term_hash bytea not null,
  vector bytea,
  claimed_until timestamptz(3) not null,
  used_on date not null,
  primary key (model, term_hash)
);
create index term_embeddings_by_use on term_embeddings (used_on);
