-- Which of the engine's authorisations this program has made, so that it can take back what it no longer wants to give
-- and leaves alone what an administrator has granted by hand.
create table granted_access (
    authorization_id varchar(64) not null primary key,
    granted_at timestamp with time zone not null
);
