-- How many times a duty must be done before it is met, e.g. the talks of integrationsloven § 20 from 2020.
alter table deadline add column times_owed integer default 1 not null;

update deadline set times_owed = 4 where rule_id in ('rule_opfoelgning_2020', 'rule_opfoelgning_2025');
