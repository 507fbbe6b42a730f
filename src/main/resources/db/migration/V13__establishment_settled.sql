-- When the support was decided on, yes or no: from then on nobody answers the lines any more, until the family gets a new
-- proposal.
alter table establishment_line add column settled_at timestamp with time zone;
alter table establishment_line add column refused boolean default false not null;

-- Until now only a grant was noted, and only on the lines that it gave.
update establishment_line set settled_at =
        (select max(granted.decided_at) from establishment_line granted
         where granted.case_number = establishment_line.case_number)
    where exists (select 1 from establishment_line granted
                  where granted.case_number = establishment_line.case_number
                    and granted.decided_at >= establishment_line.proposed_at);
