import { expect, test } from "vitest";
import { messageIdIn } from "~/platform/mail/returned-mail";

const ID = "01a21a0c-1edc-7435-9296-f9d38be37fb4";

test.each([
  [`<${ID}@hourbook.example>`, ID],
  [`<other@x.example> <${ID.toUpperCase()}@hourbook.example>`, ID],
  [`In-Reply-To: ${ID}@hourbook.example`, ID],
  [`<${ID}>`, null],
  [`<f${ID}@hourbook.example>`, null],
  ["<CAF1234@mail.example>", null],
  ["", null],
])("%j names %s", (text, id) => {
  expect(messageIdIn(text)).toBe(id);
});
