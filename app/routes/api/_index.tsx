import { useLoaderData } from "@remix-run/react";
import { apiDocument } from "~/hr/api/api-document";
import { referenceOf } from "~/hr/api/api-reference";
import { ApiCall, ApiShape } from "~/hr/api/ApiReference";
import { CallExample } from "~/hr/api/CallExample";
import { WebhookReference } from "~/hr/webhooks/WebhookReference";
import { origin } from "~/platform/env.server";
import { pageTitle } from "~/platform/http/page-title";
import { Page, Section } from "~/ui/frame/Page";

export const meta = () => pageTitle("Hourbook for payroll and HR systems");

/** The description of the API, for everybody: it holds nobody's data. */
export function loader() {
  return { origin, ...referenceOf(apiDocument(origin)) };
}

export default function Reference() {
  const { origin: here, calls, shapes } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Hourbook for payroll and HR systems"
      lead="For whoever connects a district’s system: what it can ask, what comes back, and how it is told of news. HR of the district makes the token."
    >
      <Section title="Begin">
        <CallExample origin={here} />
        <p>
          The same for programs:{" "}
          <a href="/api/hr/v1/openapi.json" className="link inline-block py-1 pointer-coarse:py-2.5">
            OpenAPI 3.1
          </a>
          .
        </p>
        <ul className="list-disc pl-5">
          <li>A token comes with every call, as “Authorization: Bearer …”. Cookies count for nothing here.</li>
          <li>Codes are text: keep their zeros. Days are YYYY-MM-DD, instants are UTC, minutes are whole.</li>
          <li>
            Follow “next” until “more” is false, store by “credit”, acknowledge, and begin from there the next time.
          </li>
          <li>Send the ETag of an answer as If-None-Match: 304 says that nothing changed.</li>
          <li>
            Answers may gain fields; pass over those that you do not know. Failures are problem details (RFC 9457).
          </li>
        </ul>
      </Section>
      <Section title="Calls">
        {calls.map((call) => (
          <ApiCall key={call.id} call={call} />
        ))}
      </Section>
      <Section title="What answers are made of">
        {shapes.map((shape) => (
          <ApiShape key={shape.name} shape={shape} />
        ))}
      </Section>
      <Section title="Webhooks">
        <WebhookReference />
      </Section>
    </Page>
  );
}
