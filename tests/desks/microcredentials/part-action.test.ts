import { beforeEach, expect, test } from "vitest";
import { action } from "~/routes/portfolios/portfolios.$id_.parts.$key";
import { startSignInSession } from "~/people/accounts/sign-in-session.server";
import type { Database } from "~/platform/database/database.server";
import { actingAs, useTestDatabase } from "../../support/database";
import { makePerson, type TestPerson } from "../../support/factories";
import { makeCoordinator } from "../../support/microcredentials/portfolios";
import { beginWithFiles } from "../../support/microcredentials/uploads";

let db: Database;
let ada: TestPerson;
let id: string;
let key: string;
beforeEach(() => {
  db = useTestDatabase();
  ada = makePerson(db);
  ({ portfolioId: id, textKey: key } = beginWithFiles(makeCoordinator(db), actingAs(db, ada)));
});

async function send(fields: Record<string, string>, person = ada) {
  const cookie = (await startSignInSession(db, person.accountId)).split(";")[0]!;
  const headers = { Origin: "http://hourbook.test", Cookie: cookie };
  const url = `http://hourbook.test/portfolios/${id}/parts/${key}`;
  const request = new Request(url, { method: "POST", headers, body: new URLSearchParams(fields) });
  try {
    const answer = await action({ request, params: { id, key }, context: {} });
    return { status: answer.status, body: (await answer.json()) as unknown };
  } catch (thrown) {
    return { status: (thrown as Response).status, body: null };
  }
}

test("a device is answered in a few words: how often it was changed, or what another one wrote", async () => {
  expect(await send({ text: "Grüße", revision: "0" })).toEqual({ status: 200, body: { revision: 1 } });
  expect(await send({ text: "Other", revision: "0" })).toEqual({
    status: 409,
    body: { revision: 1, text: "Grüße", links: [] },
  });
  expect(await send({ links: "nothing", text: "x", revision: "1" })).toEqual({
    status: 400,
    body: { words: "Use addresses that begin with https://, one on each line." },
  });
  expect(await send({ text: "", links: "https://a.example", revision: "1" })).toMatchObject({ status: 422 });
  expect(await send({ text: "Other", revision: "1" }, makePerson(db))).toEqual({ status: 404, body: null });
});
