import { expect, test } from "vitest";
import { deviceCookie, findDevice } from "~/attendance/kept/device-cookie.server";
import { listDevices } from "~/attendance/kept/kept-device.server";
import { keepRoster } from "~/attendance/kept/kept-roster.server";
import { issueToken } from "~/people/accounts/account-token.server";
import { inTransaction } from "~/platform/database/database.server";
import { action as resetPassword } from "~/routes/account/reset-password";
import { action as signIn } from "~/routes/account/sign-in";
import { action as send } from "~/routes/staff/door_.marks";
import { action as keep } from "~/routes/staff/door_.offerings.$id";
import { makeAccount, MARIA } from "../support/accounts";
import { makeRoster } from "../support/attendance";
import { setClock } from "../support/clock";
import { DEVICE } from "../support/door/queued-marks";
import { post, thrownBy } from "../support/request";

test("a browser that keeps a roster carries the id of its device, which no script reads", async () => {
  const { db, offering, facilitator, during } = makeRoster();
  setClock(during(0).now);
  const values = { intent: "keep", device: DEVICE, label: "Chrome on Android" };
  const request = await post(db, `/door/offerings/${offering.id}`, values, facilitator);
  const answer = await keep({ request, params: { id: offering.id }, context: {} });
  const cookie = answer.headers.get("Set-Cookie")!;
  expect(cookie).toMatch(/^hourbook_device=.*; Path=\/; HttpOnly; SameSite=Lax$/);
  const later = (value: string) => new Request("http://hourbook.test/", { headers: { Cookie: value } });
  expect(await findDevice(later(cookie.split(";")[0]!))).toBe(DEVICE);
  expect(await findDevice(later((await deviceCookie("a tablet")).split(";")[0]!))).toBeNull();
  expect(await findDevice(later(""))).toBeNull();
});

test("whoever chooses a new password by a link on the device of another takes its rosters off, too", async () => {
  const all = makeRoster();
  keepRoster(all.during(0), { offeringId: all.offering.id, device: DEVICE, label: "Chrome on Android" });
  setClock(all.during(5).now);
  const accountId = await makeAccount(all.during(5));
  const token = inTransaction(all.db, (tx) => issueToken(tx, all.during(5), "reset-password", { accountId }));
  const request = await post(all.db, "/reset-password", { token, password: "another long enough one" });
  request.headers.set("Cookie", (await deviceCookie(DEVICE)).split(";")[0]!);
  expect((await thrownBy(() => resetPassword({ request, params: {}, context: {} }))).status).toBe(302);
  expect(listDevices(all.during(6), all.offering.id, all.session.endsAt)).toMatchObject([
    { state: "left", unsent: null },
  ]);
});

test("whoever signs in on the device of another takes the rosters of the other off it", async () => {
  const all = makeRoster();
  keepRoster(all.during(0), { offeringId: all.offering.id, device: DEVICE, label: "Chrome on Android" });
  setClock(all.during(5).now);
  await makeAccount(all.during(5));
  const signInFrom = async (cookie: string) => {
    const request = await post(all.db, "/sign-in", { email: MARIA.email, password: MARIA.password });
    request.headers.set("Cookie", cookie);
    const answer = await thrownBy(() => signIn({ request, params: {}, context: {} }));
    expect(answer.headers.get("Set-Cookie")).toContain("hourbook_session");
    return listDevices(all.during(6), all.offering.id, all.session.endsAt).map(({ state, unsent }) => [state, unsent]);
  };
  expect(await signInFrom("")).toEqual([["kept", 0]]);
  expect(await signInFrom((await deviceCookie(DEVICE)).split(";")[0]!)).toEqual([["left", null]]);
});

test("what a device sends that is no list of marks, or no wish, is answered with its status, so that the device keeps what it has", async () => {
  const { db, offering, facilitator } = makeRoster();
  for (const [run, values] of [
    [send, { owner: facilitator.personId, device: DEVICE, run: "page", wall: "1", steady: "1", list: "nope" }],
    [keep, { intent: "keep", device: "no device", label: "x" }],
  ] as const) {
    const request = await post(db, "/", values, facilitator);
    const answer = await run({ request, params: { id: offering.id }, context: {} });
    expect(answer).toBeInstanceOf(Response);
    expect(answer.status).toBe(400);
  }
});
