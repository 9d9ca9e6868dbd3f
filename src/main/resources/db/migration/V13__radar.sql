-- What the radar remembers: since when a fault is there, which ones somebody has put aside, links, mails.

create table radar_fault (
    id varchar primary key,
    first_seen timestamp with time zone not null,
    last_seen timestamp with time zone not null
);

create table radar_dismissal (
    fault varchar primary key,
    texts varchar not null,
    reason varchar not null,
    account varchar not null,
    account_name varchar not null,
    dismissed_at timestamp with time zone not null
);

create table radar_link (
    address varchar primary key,
    state varchar not null,
    checked_at timestamp with time zone not null
);

-- One row for each owner and week: an owner is told once a week.
create table radar_mail (
    week varchar not null,
    owner varchar not null,
    outcome varchar not null,
    sent_at timestamp with time zone not null,
    primary key (week, owner)
);
