-- A task is completed once. The second of two who send the same task at once waits here for the first, instead of working
-- on while the engine's rows go away beneath it.
alter table form_submit add constraint form_submit_once_per_task unique (task_id);
