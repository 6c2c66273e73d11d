import type { MetaArgs } from "@remix-run/node";
import { publicMeta } from "~/platform/http/public-meta";
import { Page, Section } from "~/ui/frame/Page";

const TITLE = "Accessibility";

const LEAD = "Hourbook is for everyone who works in schools. This is what you can rely on.";

export const meta = ({ matches }: MetaArgs) =>
  publicMeta(matches, { title: TITLE, description: LEAD, path: "/accessibility" });

export default function Accessibility() {
  return (
    <Page title={TITLE} lead={LEAD} width="narrow">
      <Section title="What we aim for">
        <div className="prose">
          <p>
            Every page aims to meet the Web Content Accessibility Guidelines (WCAG) 2.2 at level AA, in the light and in
            the dark theme. Automatic checks run on our pages before a release; they do not replace people, so tell us
            what they miss.
          </p>
          <ul>
            <li>Everything works with a keyboard alone, and you can always see where you are.</li>
            <li>Forms name every error in words, at the field and in a list at the top.</li>
            <li>No color stands alone as a sign: each status is a word and a shape, too.</li>
            <li>Pages work at 320 pixels wide and at 400 percent zoom, and respect reduced motion.</li>
            <li>Forms work without JavaScript.</li>
            <li>Transcripts are tagged PDF files with a title and a language.</li>
          </ul>
        </div>
      </Section>
      <Section title="What you may need at a course">
        <p>
          Write your access needs into your profile. The facilitators and coordinators of the offerings that you
          register for see them.
        </p>
      </Section>
      <Section title="When something is in your way">
        <p>
          Tell the provider of your course, or your district's contact for professional learning: what you tried, on
          which page, and what you use to read it. You can get any document in another form.
        </p>
      </Section>
    </Page>
  );
}
