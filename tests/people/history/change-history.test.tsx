import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ChangeHistory } from "~/people/history/ChangeHistory";
import { listChangeHistory } from "~/people/history/change-history.server";
import { recordAudits } from "~/platform/audit/audit.server";
import { inTransaction } from "~/platform/database/database.server";
import { systemContext, useTestDatabase } from "../../support/database";

const WORDS = { actions: new Map([["place.changed", "Changed"]]), fields: new Map([["name", "name"]]) };

test("of a history of 180 changes the newest fifty stand open, and the rest is there to unfold", () => {
  const db = useTestDatabase();
  const changes = Array.from({ length: 180 }, (_, each) => ({
    action: "place.changed",
    subjectId: "p",
    detail: { changes: { name: [`N${each}`, `N${each + 1}`] } },
  }));
  inTransaction(db, (tx) => recordAudits(tx, systemContext(db), changes));
  const events = listChangeHistory(db, "p", WORDS);
  const html = renderToStaticMarkup(<ChangeHistory events={events} timeZone="America/Los_Angeles" />);
  const [open, folded] = html.split("<details");
  const count = (part: string | undefined) => part?.split("<li").slice(1).length;
  expect([count(open), count(folded)]).toEqual([50, 130]);
  expect(open).toContain("to “N180”");
  expect(folded).toContain("Earlier (130)");
  expect(folded).toContain("from “N0”");
});

test("a short history has nothing to unfold", () => {
  const events = [{ id: "a", at: 0, who: "Ana", what: "Changed" }];
  expect(renderToStaticMarkup(<ChangeHistory events={events} timeZone="America/Los_Angeles" />)).not.toContain(
    "<details",
  );
});
