import { Body, Container, Head, Heading, Hr, Html, Link, Preview, Section, Text } from "@react-email/components";
import { type ReactNode, useContext } from "react";
import { PreferencesUrl } from "./preferences";
import { darkStyles, theme } from "./theme";

interface LayoutProps {
  /** The line that an inbox shows beside the subject. */
  preview: string;
  heading: string;
  personName: string;
  /** Why this person gets this message; stands at the foot. */
  reason: string;
  children: ReactNode;
}

/** The way to the page on which people choose what they get; absent from what always arrives. */
function PreferencesLink() {
  const href = useContext(PreferencesUrl);
  if (!href) return null;
  return (
    <Text className="soft" style={{ ...small, margin: "8px 0 0" }}>
      <Link className="link" href={href} style={{ color: theme.accent, textDecoration: "underline" }}>
        Choose which messages you get
      </Link>
    </Text>
  );
}

/** The frame of every message: greeting, heading, body and the reason it was sent. */
export function Layout({ preview, heading, personName, reason, children }: LayoutProps) {
  return (
    <Html lang="en">
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{heading}</title>
        <style dangerouslySetInnerHTML={{ __html: darkStyles }} />
      </Head>
      <Body className="page" style={{ margin: 0, padding: "24px 8px", backgroundColor: theme.page }}>
        <Preview>{preview}</Preview>
        <Container
          className="surface"
          style={{
            maxWidth: "560px",
            margin: "0 auto",
            padding: "28px 24px",
            backgroundColor: theme.surface,
            border: `1px solid ${theme.line}`,
            borderRadius: "12px",
            fontFamily: theme.font,
            overflowWrap: "anywhere",
          }}
        >
          <Text className="soft" style={{ ...small, margin: "0 0 16px", fontWeight: 600 }} data-skip-in-text={true}>
            Hourbook
          </Text>
          <Heading
            className="ink"
            as="h1"
            style={{ margin: "0 0 16px", fontSize: "22px", lineHeight: "30px", color: theme.ink }}
          >
            {heading}
          </Heading>
          <Paragraph>
            Hello <bdi>{personName}</bdi>,
          </Paragraph>
          <Section>{children}</Section>
          <Hr className="line" style={{ margin: "28px 0 16px", borderColor: theme.line }} />
          <Text className="soft" style={{ ...small, margin: 0 }}>
            {reason}
          </Text>
          <PreferencesLink />
        </Container>
      </Body>
    </Html>
  );
}

const small = { fontSize: "14px", lineHeight: "21px", color: theme.soft };

/** A paragraph of body text. */
export function Paragraph({ children }: { children: ReactNode }) {
  return (
    <Text className="ink" style={{ margin: "0 0 16px", fontSize: "16px", lineHeight: "25px", color: theme.ink }}>
      {children}
    </Text>
  );
}
