-- What the leader found about a deadline that was passed: why, and what is done about it. The newest stands on the deadline,
-- every one stands among its changes, whose reason must hold both texts of the form.
alter table deadline add column judged_cause varchar(4000);
alter table deadline add column judged_action varchar(4000);
alter table deadline add column judged_at timestamp with time zone;
alter table deadline add column judged_by varchar(120);
alter table deadline_change alter column reason set data type varchar(8200);

-- Which field of its form a note was written in: labels are for people and change.
alter table case_note add column field_key varchar(255);
