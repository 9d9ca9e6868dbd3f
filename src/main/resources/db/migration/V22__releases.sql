-- What was released of the record, to whom of the staff, and where something was masked: never the words.
create table record_release (
    id uuid primary key,
    conversation_id uuid not null,
    form varchar not null,
    checksum varchar not null,
    ground varchar not null,
    redactions varchar not null,
    account varchar not null,
    account_name varchar not null,
    released_at timestamp with time zone not null
);
create index record_release_conversation on record_release (conversation_id);
create index record_release_at on record_release (released_at);
