-- A member may leave the family alone, and may come on another day than the rest of it.
alter table person add column left_reason varchar(40);
alter table person add column comes_later boolean default false not null;
alter table person add column expected_on date;
alter table person add column arrived_on date;
