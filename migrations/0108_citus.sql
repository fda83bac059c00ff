-- Always empty. On Citus each transaction names it, and Citus then commits on all nodes or on none, also where it changes rows of
-- one shard and plain tables of the coordinator, of which Citus knows nothing.
create table whole_commits (
  id integer primary key
);

-- For later migrations: brings a new table whose key begins with the partner to the other rows of its partners, on a distributed
-- database of Citus. Foreign keys to such tables are added behind this. Does nothing elsewhere.
create function distribute_by_partner(new_table regclass) returns void language plpgsql as $$
begin
  if to_regclass('pg_catalog.pg_dist_partition') is null then return; end if;
  if exists (select from pg_dist_partition where logicalrelid = 'needs'::regclass)
    and not exists (select from pg_dist_partition where logicalrelid = new_table and partmethod = 'h') then
    perform create_distributed_table(new_table, 'partner_id', colocate_with => 'needs');
  end if;
end $$;
