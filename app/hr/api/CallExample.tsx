/** How the API is called from a command line, with the address of this Hourbook. */
export function CallExample({ origin }: { origin: string }) {
  const base = `${origin}/api/hr/v1`;
  return (
    <div className="grid gap-3">
      <p>What is new since your system said how far it is, and then that it has it:</p>
      <pre className="rounded-lg border border-line bg-sunken p-4 text-sm wrap-anywhere whitespace-pre-wrap">
        <code>{`curl -H "Authorization: Bearer $TOKEN" \\
  "${base}/credits?since=acknowledged"

curl -X PUT -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/json" \\
  -d '{"cursor": "1042"}' ${base}/acknowledgement`}</code>
      </pre>
    </div>
  );
}
