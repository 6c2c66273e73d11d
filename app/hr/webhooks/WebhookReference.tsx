/** What a message of a webhook looks like, and how a receiver checks it. */
export function WebhookReference() {
  return (
    <div className="grid gap-3">
      <p className="max-w-[65ch]">
        HR adds an endpoint, and it is posted a message as soon as there is something to fetch. It says how much and
        from where on, and nothing about anybody: ask for <code>/credits?since=…</code> then. Answer with a status from
        200 to 299 within ten seconds; anything else is tried again for a little over five days.
      </p>
      <pre className="rounded-lg border border-line bg-sunken p-4 text-sm wrap-anywhere whitespace-pre-wrap">
        <code>{`webhook-id: 019e…
webhook-timestamp: 1805043600
webhook-signature: v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=

{"type": "credits.posted", "timestamp": "2027-03-14T16:20:00.000Z",
 "data": {"districtCode": "17401", "count": 3, "since": "1039", "cursor": "1042"}}`}</code>
      </pre>
      <p className="max-w-[65ch]">
        The signature is that of Standard Webhooks: HMAC-SHA256, in base64, over the id, the timestamp and the body as
        it came, with a dot between them; the key is what stands after <code>whsec_</code> in the secret, read as
        base64. Refuse a message whose signature is another or whose timestamp is older than five minutes. The same id
        may come twice: take it once.
      </p>
      <p className="max-w-[65ch]">
        Kinds are <code>credits.posted</code>, <code>credits.corrected</code>, <code>credits.withdrawn</code> and{" "}
        <code>ping</code>. Redirects are not followed.
      </p>
    </div>
  );
}
