import { expect, test } from "vitest";
import { portfolioPageForm } from "~/microcredentials/portfolios/portfolio-form";
import { errorsOf } from "../../support/form";

test("links are read one by one; what is no address of the web is refused", () => {
  const row = { intent: "save-part", key: "k", revision: "0" };
  expect(
    portfolioPageForm.parse({ ...row, links: "https://a.example\n\nhttps://b.example https://a.example" }),
  ).toMatchObject({
    links: ["https://a.example", "https://b.example"],
    text: "",
  });
  expect(errorsOf(portfolioPageForm, { ...row, links: "http://a.example" })).toHaveLength(1);
  expect(portfolioPageForm.parse({ ...row, text: "One\r\nTwo" })).toMatchObject({ text: "One\nTwo" });
});

test("nothing is handed in before every check is ticked", () => {
  expect(errorsOf(portfolioPageForm, { intent: "submit", faces: "on" })).toEqual([
    "names: Please check this first.",
    "voices: Please check this first.",
    "original: Please agree to this first.",
  ]);
});
