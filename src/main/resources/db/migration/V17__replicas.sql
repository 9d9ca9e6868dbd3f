-- Several processes on one database. As in V1 only what both databases understand.

-- The processes that live, by the database's clock. With the embedded database it stays empty: there is one.
create table replica (
    id uuid primary key,
    started_at timestamp with time zone not null,
    seen_at timestamp with time zone not null
);

-- Who answers the open question, and answered the last one before; null for questions that are older than this.
alter table conversation add column answerer uuid;

-- Who is at the desk. until_at: the last sign of life counts until then; scripted: a page has spoken by itself; gone: has
-- left, and the cases are still to be put back. Lists as in staff_account.
create table desk_presence (
    account varchar primary key,
    display_name varchar not null,
    queues varchar not null,
    listed varchar not null,
    languages varchar not null,
    capacity integer not null,
    until_at timestamp with time zone not null,
    scripted boolean not null,
    pause varchar,
    gone boolean not null
);

-- Keys for hashes that must be the same in all processes; empty with the embedded database.
create table shared_key (
    name varchar primary key,
    key_bytes bytea not null,
    made_at timestamp with time zone not null
);
