import { demoAddress, DEMO_PASSWORD, type Scene, signedIn } from "../scene/arena";
import { type Answer, Client } from "../scene/client";
import { aim } from "../scene/figures";

/** Ways to write another site that some reader of addresses takes for one of ours. */
const ELSEWHERE = [
  "//evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "/\t/evil.example",
  "/%09/evil.example",
  "/\n/evil.example",
  "/%0a/evil.example",
  "/\r\nSet-Cookie:%20a=b",
  "/%0d%0aSet-Cookie:%20a=b",
  "https://evil.example",
  "https:evil.example",
  "http:///evil.example",
  "javascript:alert(1)",
  "data:text/html,x",
  "/.//evil.example",
  "/..//evil.example",
  "/%2e//evil.example",
  "/x/..//evil.example",
  "///evil.example",
  "/\u0000/evil.example",
  "/\u00a0/evil.example",
  "/\u3002/evil.example",
  "evil.example",
  "@evil.example",
  "/@evil.example",
  ".evil.example",
  "//evil.example%2f..",
  "/desk//evil.example",
];

/** Every address that takes somebody on, with where to: nobody leaves the site, and no header is split. */
export async function run(scene: Scene): Promise<void> {
  const { server, figures } = scene;
  const educator = await signedIn(scene, "educator");
  let asked = 0;
  for (const next of ELSEWHERE) {
    for (const spelt of new Set([encodeURIComponent(next), encodeURI(next).replaceAll("#", "%23")])) {
      const visits = await Promise.all([
        educator.ask(`/sign-in?next=${spelt}`),
        educator.ask(`/email-address?next=${spelt}`),
        educator.ask(`/verify?code=${spelt}`),
        educator.ask(`/check-in?code=${spelt}`),
        educator.ask(`/hr?next=${spelt}`),
      ]);
      for (const answer of visits) checkStay(scene, next, answer);
      asked += visits.length;
    }
    const visitor = new Client(server.origin, figures, "127.0.0.7");
    const signIn = await visitor.post("/sign-in", { email: demoAddress("hr"), password: DEMO_PASSWORD, next });
    checkStay(scene, next, signIn);
    aim(figures, signIn?.status === 302, `signing in with next=${JSON.stringify(next)} was answered ${signIn?.status}`);
    checkStay(scene, next, await educator.post("/email-address", { intent: "works", next }));
    asked += 2;
    // Signed out, a page's own address is where one comes back to.
    const away = await visitor.ask(`/desk?x=${encodeURIComponent(next)}`);
    checkStay(scene, next, away);
    checkStay(scene, next, await visitor.ask(`/${encodeURI(next).replaceAll("#", "%23")}`));
    visitor.close();
  }
  // What a client says of the host decides nothing.
  for (const host of ["evil.example", "evil.example:80", "a@evil.example"]) {
    const answer = await educator.ask("/registrar", { headers: { Host: host, "X-Forwarded-Host": host } });
    const location = answer?.headers.location ?? "";
    aim(figures, !/^(https?:)?\/\//.test(location), `Host ${host} leads to ${location}`);
  }
  figures.notes.push(`${ELSEWHERE.length} other sites, ${asked} times: nobody left`);
  educator.close();
}

function checkStay({ server, figures }: Scene, next: string, answer: Answer | null): void {
  const location = answer?.headers.location;
  if (location !== undefined) {
    const stays =
      URL.canParse(location, server.origin) &&
      new URL(location, server.origin).origin === new URL(server.origin).origin;
    aim(figures, stays, `next=${JSON.stringify(next)} leads to ${location}`);
    aim(figures, !/[\r\n\t]/.test(location), `next=${JSON.stringify(next)} splits the address`);
  }
  const cookies = answer?.headers["set-cookie"] ?? [];
  aim(figures, !cookies.some((each) => each.startsWith("a=b")), `next=${JSON.stringify(next)} sets a cookie`);
}
