// The order of imports (docs/decisions/010-desks-and-rooms.md): a subject may import from those above it in this list.
const LAYERS = [
  "platform",
  "messages",
  "people",
  "catalog",
  "registration",
  "attendance",
  "credits",
  "billing",
  "documents",
  "microcredentials",
  "renewal",
  "reminders",
  "hr",
];

const below = LAYERS.slice(0, -1).map((layer, index) => ({
  name: `${layer}-stands-above`,
  severity: "error",
  from: { path: `^app/${layer}/` },
  to: { path: `^app/(${LAYERS.slice(index + 1).join("|")})/` },
}));

const only = (importer, modules) => ({
  name: `only-${importer.replaceAll(/[^a-z]/g, "-")}-knows-${modules}`,
  severity: "error",
  from: { path: "^(app|drizzle|seed|emails|scripts|server)", pathNot: `^app/${importer}` },
  to: { path: `node_modules/(${modules})/` },
});

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    {
      name: "no-cycles",
      severity: "error",
      from: { path: "^(app|seed|emails|scripts)" },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    ...below,
    {
      name: "ui-knows-no-subject",
      severity: "error",
      from: { path: "^app/ui/" },
      to: { path: "^(app/(?!ui/|platform/.+\\.ts$)|drizzle|emails)" },
    },
    {
      name: "ui-runs-in-the-browser",
      severity: "error",
      from: { path: "^app/ui/" },
      to: { path: "\\.server\\.tsx?$" },
    },
    {
      name: "subjects-do-not-import-desks",
      severity: "error",
      from: { path: `^app/(ui|${LAYERS.join("|")})/` },
      to: { path: "^app/desks/" },
    },
    { name: "nothing-imports-routes", severity: "error", from: {}, to: { path: "^app/routes/" } },
    {
      name: "nothing-below-imports-the-frame",
      severity: "error",
      from: { path: `^app/(ui|desks|${LAYERS.join("|")})/` },
      to: { path: "^app/[^/]+\\.(ts|tsx)$" },
    },
    {
      name: "pure-files-stay-pure",
      severity: "error",
      from: {
        path: `^app/(${LAYERS.join("|")}|desks)/.+\\.ts$`,
        pathNot:
          "\\.server\\.ts$|^app/platform/context\\.ts$|^app/platform/(untrusted/reader|database/check)-process\\.ts$",
      },
      to: {
        path: "\\.server\\.tsx?$|^drizzle/|node_modules/(react|drizzle-orm|better-sqlite3)/",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "pieces-of-page-do-not-reach-the-server",
      severity: "error",
      from: { path: `^app/(${LAYERS.join("|")}|desks)/.+\\.tsx$` },
      to: { path: "\\.server\\.tsx?$|^drizzle/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "emails-import-nothing-of-ours",
      severity: "error",
      from: { path: "^emails/" },
      to: { path: "^(app|drizzle|seed|scripts|tests)/" },
    },
    {
      name: "only-rendering-knows-the-templates",
      severity: "error",
      from: { path: "^(app|drizzle|seed|scripts|server)", pathNot: "^app/messages/rendering\\.server\\.ts$" },
      to: { path: "^emails/" },
    },
    {
      name: "only-the-deliverer-and-pages-of-mail-render",
      severity: "error",
      from: {
        // The deliverer, the outbox, a person's mails, and the preview of what is not yet a message.
        pathNot:
          "^app/messages/delivery/mail-compose\\.server\\.ts$|^app/desks/(admin/outbox-desk|people/person-mail|messages/message-action)\\.server\\.ts$",
      },
      to: { path: "^app/messages/rendering\\.server\\.ts$" },
    },
    {
      // Whoever leaves a message in the outbox reads neither React nor a template: that is the deliverer's work.
      name: "writing-a-message-does-not-render",
      severity: "error",
      from: { path: "^app/messages/(catalog|outbox|preferences)/" },
      to: { path: "^emails/|node_modules/(react|react-dom|@react-email|html-to-text|nodemailer)/", reachable: true },
    },
    {
      name: "tables-know-pure-files-only",
      severity: "error",
      from: { path: "^drizzle/schema/" },
      to: { path: "^app/.*\\.server\\.ts$|^(seed|emails|scripts|tests)/" },
    },
    {
      name: "routes-hold-no-sql",
      severity: "error",
      from: { path: "^app/routes/" },
      to: { path: "^drizzle/|node_modules/drizzle-orm/" },
    },
    {
      name: "the-seed-is-a-client-of-everything",
      severity: "error",
      from: { path: "^(app|drizzle|emails)/" },
      to: { path: "^seed/" },
    },
    only("people/", "lucia|@lucia-auth"),
    only("documents/", "pdfkit"),
    only("platform/time/time-zone", "temporal-polyfill"),
    {
      name: "no-rooms-for-odds-and-ends",
      severity: "error",
      from: {},
      to: { path: "^app/.*(utils|helpers|/lib/|common|misc)" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { extensions: [".ts", ".tsx", ".js", ".mjs"] },
  },
};
