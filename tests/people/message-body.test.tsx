import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { MessageBody } from "~/desks/admin/MessageBody";

const HTML =
  "<html><head><title>A</title><style>\n .ink { color: red }\n</style></head><body><p>Words</p></body></html>";

test("a shown message brings no style sheet, which the page's policy would stop, and opens its links outside", () => {
  const shown = renderToStaticMarkup(<MessageBody subject="A" html={HTML} text="Words" view="html" />);
  expect(shown).not.toContain("style&gt;");
  expect(shown).toContain("Words");
  expect(shown).toContain("_blank");
});
