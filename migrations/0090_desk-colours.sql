-- The colour of a partner on its desk; null for that of the service.
alter table partners add column desk_colour text;
alter table partners add constraint partners_desk_colour check (desk_colour ~ '^#[0-9a-f]{6}$');
