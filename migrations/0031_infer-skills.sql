-- Skills that a posting's words express count in its matches unless its owner switches that off.
alter table needs add column infer_skills boolean not null default true;
alter table offers add column infer_skills boolean not null default true;
