-- The audit log becomes a chain: each entry's hash is over its content and the hash before it. Entries of earlier versions
-- are chained by the service at its first start, under the lock of the head's row.
alter table audit_entry add column hash varchar(64);

-- One row: the end of the chain, and what was before its beginning. No hash: the entries are not chained yet.
create table audit_head (
    id integer primary key,
    entries bigint not null,
    last_entry bigint not null,
    hash varchar(64),
    start_entry bigint not null,
    start_hash varchar(64) not null
);
insert into audit_head (id, entries, last_entry, hash, start_entry, start_hash)
values (1, 0, 0, null, 0, '0000000000000000000000000000000000000000000000000000000000000000');

-- What an answer rested on. It holds nothing of what anybody wrote, and stays when its conversation is disposed of.
create table answer_receipt (
    id varchar(24) primary key,
    conversation_id uuid not null,
    answer integer not null,
    made_at timestamp with time zone not null,
    document varchar not null,
    hash varchar(64) not null
);
create index answer_receipt_of on answer_receipt (conversation_id, answer);
create index answer_receipt_made on answer_receipt (made_at);

-- States of the knowledge base that answers were given from: the digest of every file's digest, and those digests by file.
create table knowledge_state (
    digest varchar(64) primary key,
    made_at timestamp with time zone not null,
    manifest varchar not null
);
