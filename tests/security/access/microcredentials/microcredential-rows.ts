import type { AccessRow } from "../row";

const MINE = { who: ["coordinator"], scope: "the provider of the micro-credential" } as const;
const AUTHOR = { who: ["owner"], scope: "the author" } as const;
const DRAFT = "/coordinator/microcredentials/{microcredential.draft}";
const PUBLISHED = "/coordinator/microcredentials/{microcredential.published}";

const DEFINITION = {
  programArea: "science",
  title: "Another title",
  competency: "Does it well.",
  promisedDays: "30",
  secondEvery: "5",
};
const RUBRIC = { title: "Another", words: "Show it.", demonstrated: "It is there.", notYet: "It is not." };
const PART = { kind: "text", title: "Another", words: "Write it." };

const page = (intent: string, at: string, send: AccessRow["send"] = {}, answers?: number): AccessRow => ({
  ...{ route: "microcredentials/microcredentials.$id", method: "POST", intent, ...MINE, at, send },
  ...(answers !== undefined && { answers }),
});

const rows = (what: "criteria" | "evidence", key: string, fields: Readonly<Record<string, string>>): AccessRow[] => {
  const route = `microcredentials/microcredentials.$id_.${what}`;
  const at = `${DRAFT}/${what}`;
  return [
    { route, method: "GET", ...MINE, at, shows: ["training"] },
    { route, method: "POST", intent: "add", ...MINE, at, send: fields },
    { route, method: "POST", intent: "change", ...MINE, at, send: { ...fields, key } },
    { route, method: "POST", intent: "remove", ...MINE, at, send: { key } },
    { route, method: "POST", intent: "move-up", ...MINE, at, send: { key } },
  ];
};

const portfolio = (intent: string, at: string, send: AccessRow["send"] = {}, answers?: number): AccessRow => ({
  ...{ route: "portfolios/portfolios.$id", method: "POST", intent, ...AUTHOR, at, send },
  ...(answers !== undefined && { answers }),
});

/** Micro-credentials: who writes, who works, who judges. What is published is public. */
export const MICROCREDENTIAL_ROWS: readonly AccessRow[] = [
  {
    route: "public/microcredentials._index",
    method: "GET",
    who: ["everybody"],
    scope: "what is published",
    at: "/microcredentials",
    open: ["trainings"],
  },
  {
    route: "public/microcredentials.$id",
    method: "GET",
    who: ["everybody"],
    scope: "what is published",
    at: "/microcredentials/{public.microcredential}",
    open: ["trainings"],
  },
  {
    route: "public/microcredentials.$id",
    method: "POST",
    intent: "start",
    who: ["signed in"],
    scope: "the person who begins",
    at: "/microcredentials/{public.microcredential}",
    answers: [302, 409],
  },
  {
    route: "microcredentials/microcredentials._index",
    method: "GET",
    ...MINE,
    at: "/coordinator/microcredentials",
    shows: ["training"],
  },
  {
    route: "staff/lists.$name",
    method: "GET",
    ...MINE,
    at: "/lists/microcredentials.csv",
    shows: ["training"],
  },
  { route: "microcredentials/microcredentials.new", method: "GET", ...MINE, at: "/coordinator/microcredentials/new" },
  {
    route: "microcredentials/microcredentials.new",
    method: "POST",
    intent: "create",
    ...MINE,
    at: "/coordinator/microcredentials/new",
    send: { providerId: "{provider}", programArea: "science", title: "New one", competency: "Does it." },
    foreign: 409,
  },
  { route: "microcredentials/microcredentials.$id", method: "GET", ...MINE, at: DRAFT, shows: ["training"] },
  page("save", DRAFT, DEFINITION),
  page("publish", DRAFT),
  page("new-version", PUBLISHED),
  page("drop-version", DRAFT, {}, 409),
  page("retire", PUBLISHED),
  page("return", PUBLISHED, {}, 409),
  page("delete", DRAFT),
  ...rows("criteria", "{criterion}", RUBRIC),
  ...rows("evidence", "{part}", PART),
  {
    route: "microcredentials/microcredentials.$id_.evidence",
    method: "GET",
    ...MINE,
    at: "/coordinator/microcredentials/{microcredential.refused}/evidence",
    shows: ["training", "person"],
  },
  {
    route: "portfolios/portfolios._index",
    method: "GET",
    who: ["signed in"],
    scope: "the person who asks",
    at: "/portfolios",
    open: ["trainings"],
  },
  { route: "portfolios/portfolios.$id", method: "GET", ...AUTHOR, at: "/portfolios/{portfolio}", shows: ["training"] },
  portfolio("save-part", "/portfolios/{portfolio}", { key: "{textPart}", text: "Other words.", revision: "1" }),
  {
    ...portfolio("add-file", "/portfolios/{portfolio}", { key: "{filePart}" }),
    sendFile: { field: "file", name: "plan.pdf", type: "application/pdf", text: "%PDF-1.4 another plan" },
  },
  portfolio("remove-file", "/portfolios/{portfolio}", { fileId: "{portfolioFile}" }),
  {
    ...{ route: "portfolios/portfolios.$id_.parts.$key", method: "POST", ...AUTHOR },
    at: "/portfolios/{portfolio}/parts/{textPart}",
    send: { text: "Other words.", revision: "1" },
    answers: 200,
  },
  portfolio("drop-upload", "/portfolios/{portfolio}", { uploadId: "{upload}" }),
  {
    ...{ route: "portfolios/portfolios.$id_.uploads", method: "POST", ...AUTHOR },
    at: "/portfolios/{portfolio}/uploads",
    // No piece of a file without what the protocol says of it.
    answers: 412,
  },
  {
    ...{ route: "portfolios/portfolios.$id_.uploads_.$uploadId", method: "GET", ...AUTHOR },
    at: "/portfolios/{portfolio}/uploads/{upload}",
    // Pieces are put; how many are there is asked by HEAD.
    answers: 405,
  },
  {
    ...{ route: "portfolios/portfolios.$id_.uploads_.$uploadId", method: "POST", ...AUTHOR },
    at: "/portfolios/{portfolio}/uploads/{upload}",
    answers: 405,
  },
  portfolio("submit", "/portfolios/{portfolio}", { faces: "on", names: "on", voices: "on", original: "on" }),
  portfolio("take-back", "/portfolios/{portfolio.waiting}"),
  portfolio("abandon", "/portfolios/{portfolio}"),
  portfolio("allow-practice", "/portfolios/{portfolio.waiting}"),
  portfolio("end-practice", "/portfolios/{portfolio.waiting}"),
  {
    route: "portfolios/portfolios.$id_.evaluation",
    method: "GET",
    ...AUTHOR,
    at: "/portfolios/{portfolio.awarded}/evaluation",
    shows: ["training"],
  },
  {
    route: "portfolios/portfolios.$id_.evaluation",
    method: "POST",
    intent: "evaluation",
    ...AUTHOR,
    at: "/portfolios/{portfolio.awarded}/evaluation",
    send: { fair: "5", useful: "4", inTime: "3" },
  },
  {
    route: "portfolios/portfolio-files.$id",
    method: "GET",
    ...AUTHOR,
    at: "/portfolio-files/{portfolioFile}",
    file: true,
  },
  {
    route: "portfolios/portfolio-files.$id_.view",
    method: "GET",
    ...AUTHOR,
    at: "/portfolio-files/{portfolioPicture}/view",
    file: true,
  },
];
