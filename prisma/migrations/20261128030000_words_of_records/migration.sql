-- The words of a place, a trade or a title, in lower case, and each Chinese character. What is looked for is compared with the columns themselves; this finds
-- the few rows that are worth it. One expression without a query in it, so that PostgreSQL puts it in the place of its call: a call takes ten times as long.
CREATE FUNCTION words_said(said TEXT) RETURNS TEXT[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT array_remove(regexp_split_to_array(lower(regexp_replace(said, '([々〇㐀-鿿豈-﫿𠀀-𲎯])', ' \1 ', 'g')), '[^[:alnum:]]+'), '')
$$;
CREATE INDEX "companies_words" ON "companies" USING GIN ("workspaceId" uuid_ops, words_said(coalesce("city", '') || ' ' || coalesce("country", '') || ' ' || coalesce("industry", ''))) WITH (fastupdate = off);
CREATE INDEX "contacts_words" ON "contacts" USING GIN ("workspaceId" uuid_ops, words_said(coalesce("city", '') || ' ' || coalesce("country", '') || ' ' || coalesce("title", ''))) WITH (fastupdate = off);
