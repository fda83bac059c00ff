-- A transaction that notifies holds a lock of the whole database until its commit is on disk, so writes committed one after the
-- other. Processes now notify behind their commits.
drop trigger events_notify on events;
drop function notify_market();
