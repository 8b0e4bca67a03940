import { type Sql, sql } from '../../database/index.ts'

/** In SQL, whether a member (a row of that alias) is away at a moment. */
export const isAway = (member: Sql, at: Date | Sql): Sql =>
  sql`coalesce(${member}."awayFrom" <= ${at} AND ${member}."awayUntil" > ${at}, false)`

/**
 * In SQL, who hears in the place of a member (a row of that alias) who is away and named a colleague: the colleague; if they are away too, whom
 * they named, and so on. Where that leads to nobody who is here, the member's manager, else an admin, of those who are here. NULL: they hear it
 * themselves.
 */
export const inPlaceOf = (
  member: Sql,
  at: Date | Sql,
): Sql => sql`CASE WHEN ${isAway(member, at)} AND ${member}."awayToId" IS NOT NULL THEN coalesce((
    WITH RECURSIVE named AS (
      SELECT h.id, h."awayToId", ${isAway(sql`h`, at)} AS away, ARRAY[${member}.id, h.id] AS seen FROM members h
      WHERE h."workspaceId" = ${member}."workspaceId" AND h.id = ${member}."awayToId" AND h.active
      UNION ALL
      SELECT h.id, h."awayToId", ${isAway(sql`h`, at)}, n.seen || h.id FROM named n
      JOIN members h ON h."workspaceId" = ${member}."workspaceId" AND h.id = n."awayToId"
      WHERE n.away AND h.active AND h.id <> ALL(n.seen)
    ) SELECT id FROM named WHERE NOT away LIMIT 1
  ), (
    SELECT b.id FROM members b WHERE b."workspaceId" = ${member}."workspaceId" AND b.active AND b.id <> ${member}.id AND NOT ${isAway(sql`b`, at)}
      AND (b.id = ${member}."managerId" OR b.role = 'admin')
    ORDER BY coalesce(b.id = ${member}."managerId", false) DESC, b."createdAt", b.id LIMIT 1
  )) END`
