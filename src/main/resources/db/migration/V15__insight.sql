-- What happened on a day, in numbers without a person: it outlives the conversations that it was counted from.
-- In each line one number: what was counted, and of which language, department (a page's owner) and code; '' is "any".
create table insight_total (
    on_day date not null,
    measure varchar not null,
    language varchar not null,
    owner varchar not null,
    code varchar not null,
    amount bigint not null,
    primary key (on_day, measure, language, owner, code)
);

-- Which days were counted, and whether the count stands: a settled day is never counted again.
create table insight_day (
    on_day date primary key,
    counted_at timestamp with time zone not null,
    settled boolean not null
);
