-- The least age of a helper. Ages themselves are in the credentials of helpers and candidates.
alter table needs add column minimum_age integer check (minimum_age in (16, 18, 21));

-- The days on which credentials of a helper expire. The index finds those that are near without reading all helpers.
create function expiry_days(credentials jsonb) returns text[] language sql immutable parallel safe as $$
  select array(select jsonb_path_query(credentials, '$.**.expires_on') #>> '{}')
$$;
create index helpers_expiry_days on helpers using gin (expiry_days(credentials));
create table credential_reminders (
  partner_id uuid not null references partners,
  helper_id uuid not null,
  credential text not null,
  expires_on date not null,
  days integer not null check (days in (7, 30)),
  reminded_at timestamptz(3) not null,
  primary key (partner_id, helper_id, credential, expires_on, days)
);
create index credential_reminders_expiry on credential_reminders (expires_on);
