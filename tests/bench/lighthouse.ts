import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import type { Database } from "~/platform/database/database.server";
import { tell } from "./figures";
import { startServer } from "../e2e/server-process";
import { makeCourse, makeOffering } from "../support/factories";

const OFFERINGS = 30;
const ROUNDS = 5;
/** Of a hundred, as Lighthouse counts on its phone: a slow line and a processor four times as slow. */
const AIMS = { performance: 95, accessibility: 100, seo: 100 } as const;
type Category = keyof typeof AIMS;
const CATEGORIES = Object.keys(AIMS) as Category[];

/** What Lighthouse says of public pages on a phone, median of five. Scores, not ratios: they are made for such comparisons. */
export async function run(db: Database): Promise<void> {
  for (let i = 0; i < OFFERINGS; i++) makeOffering(db, { courseId: makeCourse(db, { title: `Course ${i}` }) });
  const courseId = makeCourse(db, { title: "A course" });
  const { id } = makeOffering(db, { courseId });
  const server = await startServer({ HOURBOOK_MODE: "test", DATABASE_FILE: db.$client.name });
  const chrome = await launch({
    chromePath: process.env.CHROMIUM || "/usr/bin/chromium",
    chromeFlags: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
  });
  try {
    const names = new Map([
      ["/", "home"],
      ["/catalog", "catalog"],
      [`/courses/${courseId}`, "course"],
      [`/offerings/${id}`, "offering"],
    ]);
    for (const path of names.keys()) {
      const runs: Judged[] = [];
      for (let round = 0; round < ROUNDS; round++) runs.push(await judge(server.origin + path, chrome.port));
      for (const each of CATEGORIES) tellMedian(names.get(path)!, each, runs);
    }
  } finally {
    chrome.kill();
    await server.stop();
  }
}

interface Judged {
  scores: Record<Category, number>;
  failing: Record<Category, string[]>;
}

async function judge(url: string, port: number): Promise<Judged> {
  const result = await lighthouse(url, { port, onlyCategories: CATEGORIES, logLevel: "silent" });
  const { categories, audits } = result!.lhr;
  const scores = {} as Judged["scores"];
  const failing = {} as Judged["failing"];
  for (const each of CATEGORIES) {
    const { score, auditRefs } = categories[each]!;
    scores[each] = Math.round((score ?? 0) * 100);
    failing[each] = auditRefs
      .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9)
      .map(({ id }) => `${id} ${audits[id]?.displayValue ?? ""}`.trim());
  }
  return { scores, failing };
}

function tellMedian(page: string, category: Category, runs: readonly Judged[]): void {
  const sorted = [...runs].sort((a, b) => a.scores[category] - b.scores[category]);
  const { scores, failing } = sorted[Math.floor(sorted.length / 2)]!;
  const missed = scores[category] < AIMS[category] ? `missed: ${failing[category].join(", ")}` : "median of five";
  const value = scores[category];
  tell(
    { name: `Lighthouse ${category} of ${page}`, value, unit: "points", better: "more", aim: AIMS[category] },
    missed,
  );
}
