-- Who works with enquiries. Lists (roles, queues, languages) are words divided by commas, as both databases read them alike.

-- name_key is the user name as it is compared. Without password_hash nobody signs in with a password; identity is the
-- organisation's own word for the person. session_mark grows whenever all sessions are to end.
create table staff_account (
    id uuid primary key,
    user_name varchar not null,
    name_key varchar not null unique,
    display_name varchar not null,
    password_hash varchar,
    identity varchar unique,
    roles varchar not null,
    queues varchar not null,
    languages varchar not null,
    capacity integer not null,
    created_at timestamp with time zone not null,
    disabled_at timestamp with time zone,
    session_mark integer not null,
    version integer not null
);

-- Links that work once, only as hashes of their tokens. Without an account it is the link of the first start.
create table staff_link (
    token_hash bytea primary key,
    account_id uuid references staff_account (id) on delete cascade,
    expires_at timestamp with time zone not null
);
create index staff_link_account on staff_link (account_id);
