-- What a sign-in leaves behind, for all processes. Of ids and words that a browser holds only hashes are kept.

-- A session: whose it is and under which mark of the account it was begun; nothing else.
create table staff_session (
    id_hash bytea primary key,
    account_id uuid not null references staff_account (id) on delete cascade,
    mark integer not null,
    begun_at timestamp with time zone not null,
    used_at timestamp with time zone not null
);
create index staff_session_account on staff_session (account_id);
create index staff_session_used on staff_session (used_at);

-- Attempts to sign in under a name or from an address, within the window that began then; the hash says which.
create table staff_attempt (
    key_hash bytea primary key,
    since timestamp with time zone not null,
    attempts integer not null
);
create index staff_attempt_since on staff_attempt (since);

-- Who is on the way to the organisation's sign-in and back: what was asked for there, as JSON.
create table staff_oidc_request (
    word_hash bytea primary key,
    made_at timestamp with time zone not null,
    request varchar not null
);
create index staff_oidc_request_made on staff_oidc_request (made_at);
