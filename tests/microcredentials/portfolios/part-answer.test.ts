import { expect, test } from "vitest";
import { postedBy } from "~/microcredentials/portfolios/part-answer";

const answer = (status: number, body: object | null = null, isElsewhere = false) =>
  postedBy("text", { status, body, isElsewhere });

test.each([
  ["saved", answer(200, { revision: 3 }), { answer: "saved", revision: 3 }],
  ["the page of a portal, not ours", answer(200, null), { answer: "refused" }],
  ["sent to sign in", answer(0, null, true), { answer: "signed-out" }],
  ["no line", answer(0), { answer: "cut" }],
  ["a busy server", answer(503), { answer: "cut" }],
  ["too many at once", answer(429), { answer: "cut" }],
  ["refused in words", answer(422, { words: "No." }), { answer: "refused", words: "No." }],
  ["gone", answer(404), { answer: "refused" }],
  [
    "another device",
    answer(409, { revision: 4, text: "Theirs", links: [] }),
    { answer: "changed-elsewhere", theirs: { revision: 4, words: "Theirs" } },
  ],
])("%s", (_what, posted, expected) => {
  expect(posted).toMatchObject(expected);
});

test("links of another device stand one on each line", () => {
  const body = { revision: 1, text: "", links: ["https://a.example", "https://b.example"] };
  expect(postedBy("link", { status: 409, isElsewhere: false, body })).toMatchObject({
    theirs: { words: "https://a.example\nhttps://b.example" },
  });
});
