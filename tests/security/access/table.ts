import { ADMIN_ROWS } from "./admin-rows";
import { COURSE_ROWS } from "./course-rows";
import { EDUCATOR_ROWS } from "./educator-rows";
import { GROWTH_PLAN_ROWS } from "./renewal/growth-plan-rows";
import { OUTSIDE_ROWS } from "./renewal/outside-rows";
import { RENEWAL_ROWS } from "./renewal-rows";
import { INQUIRY_ROWS } from "./inquiry-rows";
import { LIST_ROWS } from "./list-rows";
import { TEAM_ROWS } from "./team-rows";
import { DOOR_ROWS } from "./meetings/door-rows";
import { JOIN_ROWS } from "./meetings/join-rows";
import { KIOSK_ROWS } from "./meetings/kiosk-rows";
import { REPORT_ROWS } from "./meetings/report-rows";
import { STEP_ROWS } from "./meetings/step-rows";
import { FACILITATOR_ROWS } from "./facilitator-rows";
import { HR_ROWS } from "./hr-rows";
import { MESSAGE_ROWS } from "./message-rows";
import { AWARD_ROWS } from "./microcredentials/award-rows";
import { ASSESSMENT_ROWS } from "./microcredentials/assessment-rows";
import { API_ROWS } from "./hr/api-rows";
import { MICROCREDENTIAL_ROWS } from "./microcredentials/microcredential-rows";
import { OFFERING_ROWS } from "./offering-rows";
import { PERSON_ROWS } from "./person-rows";
import { PUBLIC_ROWS } from "./public-rows";
import { PROVIDER_ROWS } from "./provider-rows";
import { REFERENCE_ROWS } from "./reference-rows";
import { INVOICE_ROWS, REGISTRAR_ROWS } from "./registrar-rows";
import type { AccessRow } from "./row";

/**
 * Who may see and change what (P2): every route, method and intent of the code, written by hand.
 *
 * - Visitors are sent to sign in. Whoever lacks the role is told so (403), on a desk; a page that belongs to a row, not to
 *   a desk, does not exist for them (404).
 * - An address with somebody else's id does not exist (404). A form that names somebody else's row changes nothing, and is
 *   refused: in words (409), or as an address is (404). Either way the answer is that to an id which nothing has.
 * - A page or a form that shows people to staff names them in the audit log (P5). Not counted: the reader themself; and,
 *   where a row says so under `office`, staff and instructors for what they did in it (taught by, verified by, looked at
 *   by), which is no record of theirs.
 */
export const TABLE: readonly AccessRow[] = [
  ...PUBLIC_ROWS,
  ...EDUCATOR_ROWS,
  ...RENEWAL_ROWS,
  ...OUTSIDE_ROWS,
  ...GROWTH_PLAN_ROWS,
  ...INQUIRY_ROWS,
  ...LIST_ROWS,
  ...TEAM_ROWS,
  ...FACILITATOR_ROWS,
  ...REPORT_ROWS,
  ...STEP_ROWS,
  ...DOOR_ROWS,
  ...JOIN_ROWS,
  ...KIOSK_ROWS,
  ...MESSAGE_ROWS,
  ...PERSON_ROWS,
  ...COURSE_ROWS,
  ...OFFERING_ROWS,
  ...REGISTRAR_ROWS,
  ...INVOICE_ROWS,
  ...HR_ROWS,
  ...API_ROWS,
  ...ADMIN_ROWS,
  ...REFERENCE_ROWS,
  ...PROVIDER_ROWS,
  ...AWARD_ROWS,
  ...MICROCREDENTIAL_ROWS,
  ...ASSESSMENT_ROWS,
];

/** What the server answers itself, before any page; all of it for everybody, and without a word about anybody. */
export const OUTSIDE: Readonly<Record<string, string>> = {
  "USE a function": "headers of its own and addresses that are none; faults",
  "USE refuseForeignForms": "refuses changes that another site's page sends",
  "USE noticeForeignHosts": "nothing: the log is told of a host that ORIGIN does not name",
  "USE helmet": "security headers",
  "USE compression": "compression",
  "GET /health": "everybody: whether the process lives",
  "GET /ready": "everybody: whether it can serve, in fixed words",
  "USE vite.middlewares": "nobody: development only",
  "USE /assets": "everybody: the built files",
  "USE express.static": "everybody: the files of the folder public",
  "USE handler": "the routes of the table",
};

/** How many handlers without an address there are: another one belongs here, with what it does. */
export const OUTSIDE_HANDLERS = 12;

/** The files that everybody can fetch. */
export const PUBLIC_FILES: readonly string[] = [
  "apple-touch-icon.png",
  "door.webmanifest",
  "favicon.ico",
  "favicon.svg",
  "icon-192.png",
  "icon-512.png",
  "icon-maskable-512.png",
  "manifest.webmanifest",
];

/** Who reads the bodies of requests: the reader of forms, the one of files, what payroll acknowledges, and the mail service's reports. */
export const BODY_READERS: readonly string[] = [
  "hr/api/acknowledge.server.ts",
  "platform/http/form.server.ts",
  "routes/services/webhooks.mail-bounce.ts",
];
