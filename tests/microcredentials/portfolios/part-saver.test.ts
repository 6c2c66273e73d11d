import { beforeEach, expect, test } from "vitest";
import type { PartDraft, SavedPart, Saving } from "~/microcredentials/portfolios/part-draft";
import { PartSaver, type Posted } from "~/microcredentials/portfolios/part-saver";
import { savePart } from "~/microcredentials/portfolios/part.server";
import { readContent } from "~/microcredentials/portfolios/portfolio.server";
import type { Database } from "~/platform/database/database.server";
import { actingAs, useTestDatabase } from "../../support/database";
import { makePerson, type TestPerson } from "../../support/factories";
import { makeCoordinator } from "../../support/microcredentials/portfolios";
import { beginWithFiles } from "../../support/microcredentials/uploads";

let db: Database;
let ada: TestPerson;
let portfolioId: string;
let key: string;
beforeEach(() => {
  db = useTestDatabase();
  ada = makePerson(db);
  ({ portfolioId, textKey: key } = beginWithFiles(makeCoordinator(db), actingAs(db, ada)));
});

const onServer = (): SavedPart => {
  const { content, revisions } = readContent(db, portfolioId);
  return { words: content[key]?.text ?? "", revision: revisions[key] ?? 0 };
};

/** A browser on one device: a place that outlives its pages, a line to the real commands, and a clock that is turned by hand. */
function makeBrowser() {
  const browser = {
    kept: null as PartDraft | null,
    keeps: true,
    line: "up" as "up" | "down" | "answers are lost" | "signed out",
    due: null as (() => void) | null,
    page: () => openPage(),
  };
  const post = (typed: string, revision: number): Posted => {
    if (browser.line === "down") throw new TypeError("Failed to fetch");
    if (browser.line === "signed out") return { answer: "signed-out" };
    const saved = savePart(actingAs(db, ada), { portfolioId, key, text: typed, links: [], revision });
    if (browser.line === "answers are lost") return { answer: "cut" };
    if (saved.ok) return { answer: "saved", revision: saved.value.revision };
    if (saved.reason === "changed-elsewhere") return { answer: "changed-elsewhere", theirs: onServer() };
    return { answer: "refused", words: saved.reason };
  };
  const attempt = <Value>(run: () => Value) => new Promise<Value>((resolve) => resolve(run()));
  const change = (draft: PartDraft | null) => {
    if (!browser.keeps) throw new Error("Nothing is kept");
    browser.kept = draft;
  };
  function openPage() {
    const page = {
      field: onServer().words,
      says: { step: "untouched" } as Saving,
      saver: null as unknown as PartSaver,
    };
    const told = {
      onSaving: (saving: Saving) => (page.says = saving),
      onSaved: () => {},
      onFill: (typed: string) => (page.field = typed),
    };
    const device = {
      read: () => attempt(() => browser.kept),
      write: (draft: PartDraft) => attempt(() => change(draft)),
      forget: (typed: string) => attempt(() => change(browser.kept?.typed === typed ? null : browser.kept)),
      post: ({ typed, revision }: { typed: string; revision: number }) => attempt(() => post(typed, revision)),
      later: (run: () => void) => {
        browser.due = run;
        return () => (browser.due = null);
      },
    };
    page.saver = new PartSaver("text", onServer(), device, told);
    return page;
  }
  return browser;
}

async function pause(browser: ReturnType<typeof makeBrowser>): Promise<void> {
  browser.due?.();
  await new Promise((resolve) => setTimeout(resolve, 5));
}

test("what is typed is kept at once, sent after a pause, and then forgotten by the device", async () => {
  const browser = makeBrowser();
  const { saver } = browser.page();
  await saver.type("One");
  expect([browser.kept?.typed, onServer().words]).toEqual(["One", ""]);
  await pause(browser);
  expect([browser.kept, onServer().words]).toEqual([null, "One"]);
});

test("the page says kept and saved when it is so", async () => {
  const browser = makeBrowser();
  const page = browser.page();
  await page.saver.type("One");
  expect(page.says.step).toBe("kept");
  await pause(browser);
  expect(page.says.step).toBe("saved");
  browser.keeps = false;
  browser.line = "down";
  await page.saver.type("One two");
  expect(page.says.step).toBe("not-kept");
  await pause(browser);
  expect(page.says.step).toBe("not-kept");
  browser.line = "up";
  await page.saver.send();
  expect([page.says.step, onServer().words]).toEqual(["saved", "One two"]);
});

test.each(["down", "signed out", "answers are lost"] as const)(
  "with a line that is %s nothing is lost: closed and opened again, it is sent",
  async (line) => {
    const browser = makeBrowser();
    browser.line = line;
    const page = browser.page();
    await page.saver.type("One");
    await pause(browser);
    expect(page.says.step).toBe(line === "signed out" ? "signed-out" : "kept");
    await page.saver.type("One two");
    page.saver.stop();
    await pause(browser);
    browser.line = "up";
    const again = browser.page();
    await again.saver.open();
    expect([again.says.step === "untouched" ? "saved" : again.says.step, onServer().words]).toEqual([
      "saved",
      "One two",
    ]);
    expect(browser.kept).toBeNull();
  },
);

test("a tab that was killed while its answer was under way collides with nothing", async () => {
  const browser = makeBrowser();
  const page = browser.page();
  browser.line = "answers are lost";
  await page.saver.type("One");
  await page.saver.send();
  await page.saver.type("One two");
  browser.line = "up";
  const again = browser.page();
  await again.saver.open();
  expect([again.says.step, again.field, onServer()]).toEqual(["saved", "One two", { words: "One two", revision: 2 }]);
});

test("two devices: both texts are shown, and the one that is chosen stands", async () => {
  for (const [whose, written, stands] of [
    ["mine", "From the phone", "From the phone"],
    ["theirs", "From the phone again", "From the laptop, round"],
  ] as const) {
    const [phone, laptop] = [makeBrowser(), makeBrowser()];
    const [onPhone, onLaptop] = [phone.page(), laptop.page()];
    await onLaptop.saver.type("From the laptop, round");
    await onLaptop.saver.send();
    const before = onServer();
    await onPhone.saver.type(written);
    await onPhone.saver.send();
    expect(onPhone.says).toEqual({ step: "asked", theirs: before, mine: written });
    await onPhone.saver.type(written);
    await onPhone.saver.send();
    expect([onServer(), phone.kept?.typed]).toEqual([before, written]);
    // Closed without a choice, it is asked again.
    onPhone.saver.stop();
    const again = phone.page();
    await again.saver.open();
    expect(again.says).toMatchObject({ step: "asked", mine: written });
    const choosing = again.saver.choose(whose);
    // What was chosen stands in the field at once, not only when the device has put its own away.
    expect(again.field).toBe(stands);
    await choosing;
    expect([again.says.step, onServer().words, phone.kept]).toEqual(["saved", stands, null]);
  }
});

test("what is typed while something is on its way is kept over what is saved then, and sent next", async () => {
  const browser = makeBrowser();
  const page = browser.page();
  await page.saver.type("One");
  const sending = page.saver.send();
  await page.saver.type("One two");
  await sending;
  expect(browser.kept).toMatchObject({ typed: "One two", revision: 1 });
  await pause(browser);
  expect([page.says.step, onServer()]).toEqual(["saved", { words: "One two", revision: 2 }]);
});

test("a page that reads anew shows what another device saved, unless something is unsaved here", async () => {
  const [phone, laptop] = [makeBrowser(), makeBrowser()];
  const [onPhone, onLaptop] = [phone.page(), laptop.page()];
  await onLaptop.saver.type("From the laptop");
  await onLaptop.saver.send();
  await onPhone.saver.see(onServer());
  expect(onPhone.field).toBe("From the laptop");
  await onPhone.saver.type("From the phone");
  await onLaptop.saver.type("From the laptop again");
  await onLaptop.saver.send();
  await onPhone.saver.see(onServer());
  expect(onPhone.says).toMatchObject({ step: "asked", mine: "From the phone" });
});

test("what is as it was before is not called saved by a page that did not save it; who asks to save it is told", async () => {
  const [phone, laptop] = [makeBrowser(), makeBrowser()];
  await laptop.page().saver.type("Before");
  await pause(laptop);
  const [onPhone, onLaptop] = [phone.page(), laptop.page()];
  await onLaptop.saver.type("From the laptop");
  await onLaptop.saver.send();
  await onPhone.saver.type("Before and after");
  await onPhone.saver.type("Before");
  await pause(phone);
  expect([onPhone.says.step, phone.kept]).toEqual(["untouched", null]);
  await onPhone.saver.send("asked");
  expect(onPhone.says).toMatchObject({ step: "asked", mine: "Before", theirs: { words: "From the laptop" } });
});
