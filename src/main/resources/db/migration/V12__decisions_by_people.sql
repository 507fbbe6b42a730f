-- What people decide in a task stands beside what the tables decide: no rule, but the question of the form, the reason that
-- was given, and whether only those who act on health and children may read it.
alter table decision_record alter column rule_id drop not null;
alter table decision_record add column question varchar(500);
alter table decision_record add column sensitive boolean default false not null;
alter table decision_record alter column result_text set data type varchar(20000);
alter table decision_record alter column reason set data type varchar(20000);
