-- Which department answers for a deadline that no task is about, as its rule says it.
alter table deadline add column responsible varchar(40);
update deadline set responsible = 'koordinator' where event_number is not null;
