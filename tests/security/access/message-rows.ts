import type { AccessRow } from "./row";

const DOOR = {
  who: ["facilitator", "coordinator"],
  scope: "the offering, for its facilitators; its provider, for coordinators",
  others: 404,
} as const;
const PROVIDER = { who: ["coordinator"], scope: "the template's provider" } as const;

const NONCE = "0199e1a0-0000-7000-8000-00000000000e";
const PAGE = { route: "facilitator/offerings.$id_.message", ...DOOR } as const;
const AT = "/facilitator/offerings/{offering.coming}/message";
const WRITTEN = { subject: "Bring a pencil", body: "See you there.", nonce: NONCE };

/** What staff write to the people of an offering, and to begin with. */
export const MESSAGE_ROWS: readonly AccessRow[] = [
  { ...PAGE, method: "GET", at: AT, shows: ["training", "person"] },
  { ...PAGE, method: "GET", at: `${AT}?person={person}&template={template}`, shows: ["training", "person"] },
  {
    ...PAGE,
    method: "POST",
    intent: "preview",
    at: AT,
    send: { ...WRITTEN, audience: "chosen", people: "{person}" },
    answers: 200,
    shows: ["training"],
  },
  {
    ...PAGE,
    method: "POST",
    intent: "test",
    at: AT,
    send: { ...WRITTEN, audience: "district", districts: "{public.district}" },
    answers: [200, 409],
  },
  { ...PAGE, method: "POST", intent: "send", at: AT, send: { ...WRITTEN, statuses: "registered" } },
  {
    ...PAGE,
    method: "POST",
    intent: "keep-template",
    at: AT,
    send: { ...WRITTEN, templateName: "Pencils" },
    answers: 200,
  },
  {
    route: "facilitator/offerings.$id_.messages.$messageId",
    method: "GET",
    ...DOOR,
    at: "/facilitator/offerings/{offering.coming}/messages/{message}",
    shows: ["training", "person"],
  },
  {
    route: "staff/lists.$name",
    method: "GET",
    ...DOOR,
    at: "/lists/receivers.csv?message={message}",
    shows: ["person"],
  },
  {
    route: "staff/people.$id_.mails.$mailId",
    method: "GET",
    who: ["admin", "registrar", "coordinator"],
    scope: "mails about offerings of the actor's providers",
    others: 404,
    at: "/people/{person}/mails/{mail}",
    shows: ["training"],
  },
  {
    route: "coordinator/templates._index",
    method: "GET",
    ...PROVIDER,
    at: "/coordinator/templates",
    shows: ["training"],
  },
  {
    route: "coordinator/templates._index",
    method: "POST",
    ...PROVIDER,
    at: "/coordinator/templates",
    send: { providerId: "{provider}", name: "Parking", subject: "Where to park", body: "Behind the school." },
  },
  {
    route: "coordinator/templates.$id",
    method: "GET",
    ...PROVIDER,
    at: "/coordinator/templates/{template}",
    shows: ["training"],
  },
  {
    route: "coordinator/templates.$id",
    method: "POST",
    intent: "save",
    ...PROVIDER,
    at: "/coordinator/templates/{template}",
    send: { name: "Parking", subject: "Where to park", body: "Behind the school." },
  },
  {
    route: "coordinator/templates.$id",
    method: "POST",
    intent: "delete",
    ...PROVIDER,
    at: "/coordinator/templates/{template}",
    send: {},
  },
];
