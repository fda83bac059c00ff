-- Writers of one e-mail follow each other: each inserts the hash of the e-mail, and the key makes the next one wait for the
-- end of the transaction. The row is deleted at once, so none is ever left for others to see.
create unlogged table email_claims (
  partner_id uuid not null,
  kind text not null check (kind in ('candidate', 'helper', 'organization')),
  email_hash bigint not null,
  primary key (partner_id, kind, email_hash)
);

create function claim_emails(partner uuid, record_kind text, emails text[]) returns void language sql volatile as $$
  insert into email_claims (partner_id, kind, email_hash)
  select partner, record_kind, hash from (
    select distinct hashtextextended(email, 0) as hash from unnest(emails) email) hashes
  order by hash
  on conflict do nothing;
  delete from email_claims where partner_id = partner and kind = record_kind
    and email_hash in (select hashtextextended(email, 0) from unnest(emails) email);
$$;

-- E-mails of records that were merged into this one, in the form in which equal ones are equal.
alter table candidates add column former_emails text[] not null default '{}';
alter table helpers add column former_emails text[] not null default '{}';
alter table organizations add column former_emails text[] not null default '{}';
update candidates set former_emails = array(
  select distinct lower(former) from unnest(former_texts) former where former like '%_@_%' and former !~ '\s')
where former_texts <> '{}';
create index candidates_by_former_email on candidates using gin (former_emails) where former_emails <> '{}';
create index helpers_by_former_email on helpers using gin (former_emails) where former_emails <> '{}';
create index organizations_by_former_email on organizations using gin (former_emails) where former_emails <> '{}';
