/** When an event was by central's clock, as its gate knew that clock then; damage made of a body is not read. Unix milliseconds, SQL. */
export const TRUE_MS = `at_ms + coalesce(iif(json_valid(body), body ->> '$.clockOffsetMs', 0), 0)`;
