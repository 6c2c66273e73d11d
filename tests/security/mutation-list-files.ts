import type { Mutation } from "./mutation-list";

const ACCESS = "tests/security/access.test.ts";
const STORE = "tests/platform/files/file-store.test.ts";
const JOIN_PAGE = "tests/attendance/joining/join-online.test.ts";
const JOINING = "tests/registration/calendar/join-link.test.ts";

/** Links to join, materials and the files that people add. */
export const FILES: readonly Mutation[] = [
  {
    what: "the seat behind the way to an online meeting",
    file: "app/attendance/joining/join.ts",
    from: "if (seatless) return seatless;",
    to: 'if (seatless === "seat-waits") return seatless;',
    tests: JOIN_PAGE,
  },
  {
    what: "the window of joining online",
    file: "app/attendance/joining/join.ts",
    from: 'if (window === "over") return "over";',
    to: 'if (window === "over" && !hasLink) return "over";',
    tests: JOIN_PAGE,
  },
  {
    what: "the code for being marked in by joining online",
    file: "app/attendance/joining/join.server.ts",
    from: "if (!coded.ok) return coded;",
    to: 'if (!coded.ok && input.code !== "") return coded;',
    tests: JOIN_PAGE,
  },
  {
    what: "the link to join in the entries of those who have a seat alone",
    file: "app/registration/calendar/calendar-parts.server.ts",
    from: 'registration.status === "registered" && method !== "CANCEL"',
    to: 'method !== "CANCEL"',
    tests: JOINING,
  },
  {
    what: "the link to join in the news of a move to those who have a seat alone",
    file: "app/registration/staff/reschedule.server.ts",
    from: "sessions: seated ? joining : ",
    to: "sessions: joining.length ? joining : ",
    tests: JOINING,
  },
  {
    what: "the seat behind a material that is for those who have one",
    file: "app/registration/materials/material-right.ts",
    from: 'audience === "everyone" || (status !== null && SEATED.includes(status))',
    to: 'audience === "everyone" || status !== null || SEATED.length > 0',
    tests: ACCESS,
    only: "public/materials.$id",
  },
  {
    what: "the provider of the staff who read a material",
    file: "app/registration/materials/material-reader.server.ts",
    from: "scopeId === providerId && ",
    to: "scopeId !== null && providerId && ",
    tests: ACCESS,
    only: "public/materials.$id",
  },
  {
    what: "the right to an offering behind the files of its messages",
    file: "app/routes/facilitator/message-files.$id.$position.ts",
    from: "!found || !findMyOffering(ctx.db, ctx, found.offeringId)",
    to: "!found || (!findMyOffering(ctx.db, ctx, found.offeringId) && !found.name)",
    tests: ACCESS,
    only: "facilitator/message-files",
  },
  {
    what: "the rows that name a file, before it is marked",
    file: "app/platform/files/file-sweep.server.ts",
    from: "and(isNull(storedFiles.unnamedAt), not(named))",
    to: "and(isNull(storedFiles.unnamedAt), not(sql`0`))",
    tests: STORE,
  },
  {
    what: "the day for which an unnamed file is kept",
    file: "app/platform/files/file-sweep.server.ts",
    from: "const before = ctx.now - DAY_MS;",
    to: "const before = ctx.now;",
    tests: STORE,
  },
  {
    what: "the look at the bytes when a file is kept on record",
    file: "app/platform/files/file-store.server.ts",
    from: "if (!hasBytes(file)) putBytes(",
    to: 'if (!("bytes" in file)) putBytes(',
    tests: STORE,
  },
  {
    what: "the organizer that stays when the contact changes",
    file: "app/registration/calendar/invitation.server.ts",
    from: "const { name, address } = organizer ?? { name: null, address: mailSender };",
    to: "const { name, address } = organizer ? { name: null, address: mailSender } : { name: null, address: mailSender };",
    tests: "tests/registration/calendar/organizer.test.ts",
  },
];
