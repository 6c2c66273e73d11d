import { expect, test } from "vitest";
import { deviceCookie } from "~/attendance/kept/device-cookie.server";
import { listDevices } from "~/attendance/kept/kept-device.server";
import { keepRoster } from "~/attendance/kept/kept-roster.server";
import { action } from "~/routes/account/sign-out";
import { makeRoster } from "../support/attendance";
import { setClock } from "../support/clock";
import { DEVICE } from "../support/door/queued-marks";
import { get, post } from "../support/request";
import { getContext } from "~/people/roles/permission.server";

/** Signs a facilitator out by a post, whose device keeps a roster. */
async function signOut(values: Record<string, string>, cookie = "") {
  const all = makeRoster();
  const { offering, facilitator } = all;
  keepRoster(all.during(0), { offeringId: offering.id, device: DEVICE, label: "Chrome on Android" });
  setClock(all.during(5).now);
  const request = await post(all.db, "/sign-out", values, facilitator);
  request.headers.set("Cookie", `${request.headers.get("Cookie")}; ${cookie}`);
  const answer = (await action({ request, params: {}, context: {} })) as Response;
  const later = await get(all.db, "/desk");
  later.headers.set("Cookie", request.headers.get("Cookie")!);
  return {
    answer,
    actor: (await getContext(later)).actor,
    devices: listDevices(all.during(6), offering.id, all.session.endsAt).map(
      ({ state, unsent }) => `${state} ${unsent}`,
    ),
  };
}

test("the post of signing out says which device keeps no roster any more", async () => {
  const { answer, actor, devices } = await signOut({ device: DEVICE, unsent: "2" });
  expect(answer.headers.get("Location")).toBe("/");
  expect([actor, devices]).toEqual([null, ["left 2"]]);
});

test("whoever signs out of a browser without scripts, or with a device that cannot be read, is signed out all the same", async () => {
  const posts: Record<string, string>[] = [{}, { device: "a tablet" }, { device: "", unsent: "many" }];
  for (const values of posts) {
    const { actor, devices } = await signOut(values);
    expect([actor, devices]).toEqual([null, ["kept 0"]]);
  }
});

test("whoever presses before the scripts of a page run is known by the cookie of the device; what waits there is not", async () => {
  const { actor, devices } = await signOut({}, (await deviceCookie(DEVICE)).split(";")[0]);
  expect([actor, devices]).toEqual([null, ["left null"]]);
});
