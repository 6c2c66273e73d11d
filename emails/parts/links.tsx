import { Button, Link, Section, Text } from "@react-email/components";
import { theme } from "./theme";

interface LinkProps {
  href: string;
  children: string;
}

/** The one thing to do next. It opens a page; nothing changes until the person acts there (R5). */
export function ActionButton({ href, children }: LinkProps) {
  return (
    <Section style={{ margin: "8px 0 24px" }}>
      <Button
        className="action"
        href={href}
        style={{
          padding: "13px 22px",
          borderRadius: "8px",
          backgroundColor: theme.accent,
          color: theme.onAccent,
          fontSize: "16px",
          fontWeight: 600,
          lineHeight: "22px",
        }}
      >
        {children}
      </Button>
    </Section>
  );
}

/** A further link on a line of its own. */
export function TextLink({ href, children }: LinkProps) {
  return (
    <Text style={{ margin: "0 0 16px", fontSize: "16px", lineHeight: "25px" }}>
      <Link className="link" href={href} style={{ color: theme.accent, textDecoration: "underline" }}>
        {children}
      </Link>
    </Text>
  );
}
