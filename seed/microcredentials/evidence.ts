/**
 * What authors of the demo wrote, by turns: what they did and what they learned. `{name}`, `{place}` and `{email}` stand for what
 * would give them away, so that practice shows them replaced.
 */
export const EVIDENCE: readonly [string, string][] = [
  [
    "We began every lesson with the same three minutes. In the second week I changed one thing, and wrote down what my students did: who began by themselves, who waited, who asked. On the first Monday it was nine of twenty-six; two weeks later it was nineteen.",
    "What surprised me was who spoke first. I would begin smaller next time, and ask my students what they noticed before I tell them what I saw.",
  ],
  [
    "At {place} we have forty minutes on Wednesdays. I used four of them. My colleague watched and kept a tally, since I see only what I hope for. The first tally showed that I answer my own questions after three seconds.",
    "Counting was uncomfortable and useful. I now hold a pen in my hand while I wait. A student asked, “{name}, why are you so quiet?” That was the best moment of the two weeks.",
  ],
  [
    "I planned with my partner on Sunday evening and taught it on Tuesday and on Thursday. On Tuesday it failed: the task was too long, and the children who finish early finished early. On Thursday we cut it in two and made new groups from what they had written.",
    "I had thought of it as one lesson taught twice. It was two lessons, and the second one was made by the first. I keep what they wrote in a folder now instead of a grade.",
  ],
  [
    "Eleven families came to {place} on the evening we had set, and I went to see four others. What they told me stands in the plan, with their consent. The lesson on area began with how a roof is measured by somebody who stands on it.",
    "I am not the one who knows most in that room, and my students saw me say so. Families who have more to tell can write to {email}.",
  ],
  [
    "The first week I only listened. I wrote down the words that students used when they explained, mistakes included, and read them back to them on Friday. In the second week they wrote them down themselves.",
    "Reading their own words back changed what they said next. I will do it each Friday. I would not do it again without asking them first: one of them was embarrassed.",
  ],
  [
    "I taught the same routine in both of my groups, one with the support of a second adult and one alone. The plan, the two tallies and what the students wrote are in the materials. The group with two adults was quieter. The group with one asked more.",
    "Support can take away questions. We have agreed that the second adult answers with a question in the first ten minutes.",
  ],
];
