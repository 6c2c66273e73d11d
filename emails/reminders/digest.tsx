import { Layout, Paragraph } from "../parts/Layout";
import { TextLink } from "../parts/links";

export interface Props {
  personName: string;
  /** The messages that came together, oldest first. */
  items: { title: string; url: string }[];
}

export default function Digest(props: Props) {
  return (
    <Layout
      preview={props.items.map(({ title }) => title).join(" · ")}
      heading="What there is today"
      personName={props.personName}
      reason="You get this message once a day, because you asked for a summary instead of single messages."
    >
      <Paragraph>This came together since your last summary.</Paragraph>
      {props.items.map((item, index) => (
        <TextLink key={index} href={item.url}>
          {item.title}
        </TextLink>
      ))}
    </Layout>
  );
}

Digest.PreviewProps = {
  personName: "Tomás Rivera",
  items: [
    { title: "Tomorrow: Field Science for Every Classroom", url: "https://hourbook.example/registrations/0194" },
    { title: "5.5 clock hours posted: Grading That Tells the Truth", url: "https://hourbook.example/transcript" },
  ],
} satisfies Props;
