-- The record. One folder serves H2 (PostgreSQL mode) and PostgreSQL, so only what both understand stands here.
-- varchar without a length is unlimited in PostgreSQL and about a million characters in H2.

-- A conversation and the head of its log. The row is locked while events are added, which is what keeps ids gap-free.
create table conversation (
    id uuid primary key,
    token_hash bytea not null,
    started_at timestamp with time zone not null,
    touched_at timestamp with time zone not null,
    last_event bigint not null,
    questions integer not null,
    open_question bigint
);
create index conversation_touched on conversation (touched_at);
create index conversation_open on conversation (open_question);

-- Everything else hangs on the conversation and goes with it.
create table event (
    conversation_id uuid not null references conversation (id) on delete cascade,
    id bigint not null,
    event_type varchar not null,
    happened_at timestamp with time zone not null,
    data varchar not null,
    primary key (conversation_id, id)
);

-- Why an answer became what it became; for staff, never part of the stream.
create table explanation (
    conversation_id uuid not null references conversation (id) on delete cascade,
    question bigint not null,
    document varchar not null,
    primary key (conversation_id, question)
);

-- What the citizen thought of an answer; the latest word only.
create table rating (
    conversation_id uuid not null references conversation (id) on delete cascade,
    answer integer not null,
    helpful boolean not null,
    comment_data varchar,
    rated_at timestamp with time zone not null,
    primary key (conversation_id, answer)
);

-- Requests that were carried out, so that a repeat is recognised. Keys and requests only as keyed hashes.
create table accepted_request (
    conversation_id uuid not null references conversation (id) on delete cascade,
    key_hash bytea not null,
    request_hash bytea not null,
    answer integer not null,
    event_id bigint not null,
    primary key (conversation_id, key_hash)
);

-- Lets a repeated start return the same token: sealed under a key that only the caller's idempotency key yields.
create table conversation_start (
    key_hash bytea primary key,
    conversation_id uuid not null references conversation (id) on delete cascade,
    sealed_token bytea not null,
    started_at timestamp with time zone not null
);
create index conversation_start_conversation on conversation_start (conversation_id);
create index conversation_start_started on conversation_start (started_at);

-- What remains of a disposed conversation: that it existed, and how much it held.
create table tombstone (
    conversation_id uuid primary key,
    started_at timestamp with time zone not null,
    disposed_at timestamp with time zone not null,
    events bigint not null
);
