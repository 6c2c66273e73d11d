import { Section, Text } from "@react-email/components";
import { theme } from "./theme";

export interface Fact {
  label: string;
  /** A fact without a value is left out. */
  value: string | null | undefined;
}

/** Label and value pairs, one line each, so that they read the same in plain text. */
export function Facts({ facts }: { facts: Fact[] }) {
  const known = facts.filter((fact) => fact.value);
  return (
    <Section
      className="line"
      style={{ margin: "0 0 20px", paddingLeft: "14px", borderLeft: `3px solid ${theme.line}` }}
    >
      {known.map((fact) => (
        <Text
          key={fact.label}
          className="ink"
          style={{ margin: "0 0 6px", fontSize: "16px", lineHeight: "24px", color: theme.ink }}
        >
          <span className="soft" style={{ color: theme.soft }}>
            {fact.label}:
          </span>{" "}
          <span style={{ whiteSpace: "pre-line" }}>{fact.value}</span>
        </Text>
      ))}
    </Section>
  );
}
