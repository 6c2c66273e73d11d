import { flatRoutes } from "@remix-run/fs-routes";
import { prefix } from "@remix-run/route-config";

const within = (folder: string) => flatRoutes({ rootDirectory: `routes/${folder}`, ignoredRouteFiles: ["**/.*"] });

/** Folders whose pages stand at the start of the address, and desks whose pages stand under the desk's name. */
const FOLDERS = ["public", "account", "educator", "certificate", "portfolios", "staff", "services"];
const DESKS = ["facilitator", "coordinator", "assessor", "registrar", "hr", "admin"];

export default Promise.all([
  ...FOLDERS.map(within),
  ...DESKS.map(async (desk) => prefix(desk, await within(desk))),
  // Coordinators write micro-credentials, and see to who judges them.
  within("microcredentials").then((pages) => prefix("coordinator", pages)),
  // What hours come to for pay, a part of HR's desk.
  within("salary").then((pages) => prefix("hr/salary", pages)),
  // How the renewals of HR's people stand, another part of it.
  within("renewals").then((pages) => prefix("hr/renewals", pages)),
  // What may leave HR's desk of all its people together, another part of it.
  within("overview").then((pages) => prefix("hr/overview", pages)),
  // What people submit to HR by their own wish, another part of it.
  within("submitted").then((pages) => prefix("hr/submitted", pages)),
  // What payroll and HR systems ask, and where HR says which of them may.
  within("api").then((pages) => prefix("api/hr", pages)),
  within("hr-api").then((pages) => prefix("hr/api", pages)),
  // What the whole house refers to; administrators keep it.
  within("reference").then((pages) => prefix("admin", pages)),
]).then((routes) => routes.flat());
