import type { MetaArgs } from "@remix-run/node";
import { publicMeta } from "~/platform/http/public-meta";
import { Page, Section } from "~/ui/frame/Page";
import { Link } from "~/ui/Link";

const TITLE = "About clock hours";

export const meta = ({ matches }: MetaArgs) =>
  publicMeta(matches, {
    title: TITLE,
    description: "What counts as a clock hour, who approves it, and how an hour gets onto a transcript.",
    path: "/about-hours",
  });

export default function AboutHours() {
  return (
    <Page title={TITLE} lead="What counts, who approves it, and how an hour gets onto your transcript." width="narrow">
      <Section title="What a clock hour is">
        <div className="prose">
          <p>
            One clock hour is 60 minutes of approved in-service education. Meals never count. Whether breaks count, and
            how hours are rounded, is the policy of the provider; each offering shows the hours of every session.
          </p>
          <p>
            All sessions of an offering are added up first and rounded once, at the end. You earn the time that you were
            there, and never more than was approved.
          </p>
        </div>
      </Section>
      <Section title="From a seat to a transcript">
        <ol className="prose list-decimal pl-5">
          <li>You register, and a facilitator takes attendance at each session.</li>
          <li>After the last session the facilitator confirms attendance, and you get an email.</li>
          <li>
            You claim your hours, all or fewer, and declare that you attended and do not seek college credit for the
            same course.
          </li>
          <li>You evaluate the offering, and pay the clock-hour fee where there is one.</li>
          <li>The registrar verifies the claim and posts the hours.</li>
          <li>The hours are on your transcript, with a code by which anyone can check it.</li>
        </ol>
      </Section>
      <Section title="What hours are worth">
        <div className="prose">
          <p>
            For certificate renewal, 10 clock hours equal one quarter credit and 15 equal one semester credit. Some
            hours also count for a designation, such as equity or STEM; the offering and your transcript say so.
          </p>
          <p>
            A posted hour is never edited. If something is wrong, ask for a correction; the old entry and the reason
            stay on record.
          </p>
        </div>
      </Section>
      <Section title="Check a transcript">
        <p>
          Every transcript carries a code.{" "}
          <Link to="/verify" className="link">
            Enter it to see what was issued
          </Link>
          , line by line, and whether it is current.
        </p>
      </Section>
    </Page>
  );
}
