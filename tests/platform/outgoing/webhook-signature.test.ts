import { expect, test } from "vitest";
import { signedHeaders, webhookSecretOf } from "~/platform/outgoing/webhook-signature.server";

test("the signature is that of Standard Webhooks, by its own example", () => {
  const body = '{"test": 2432232314}';
  const at = 1_614_265_330_000;
  expect(
    signedHeaders("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", { id: "msg_p5jXN8AQM9LWM0D4loKWxJek", at, body }),
  ).toEqual({
    "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
    "webhook-timestamp": "1614265330",
    "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
  });
});

test("a secret holds its bytes in base64", () => {
  expect(webhookSecretOf(Buffer.alloc(32, 1))).toBe(`whsec_${Buffer.alloc(32, 1).toString("base64")}`);
});
