import type { OutageMechanism } from "@/lib/domain/lease/era";
import type { RuleBook } from "@/lib/domain/lease/rules";

/** What the outage answer takes for granted, and what it cannot know, in sentences for the screen. */
export function assumptionsOf(mechanism: OutageMechanism, rules: RuleBook): string[] {
  return [...OF_MECHANISM[mechanism], ...ofRules(rules)];
}

const OF_MECHANISM: Readonly<Record<OutageMechanism, readonly string[]>> = {
  leases: [
    "A lease leads to the machine that its owner had last. Load is not balanced in an outage.",
    "How many people a server still takes is estimated: load is taken to grow with sessions as it did until now, and who launched last comes first.",
    "Leases become active when no controller reaches the database any more. For about two minutes nobody can launch anything then, and again when it returns.",
  ],
  cache: [
    "Local Host Cache takes over after the database has been away for 90 seconds. It balances load as usual.",
    "The cache is taken to hold the site as it is now.",
  ],
};

function ofRules({ read, everybody, unresolved }: RuleBook): string[] {
  if (!read) {
    return ["The rules of the delivery groups were not read: who may launch a resource and never did is not counted."];
  }
  return [
    ...(everybody === 0
      ? []
      : [
          `${countOf(everybody, "rule is", "rules are")} for everybody: people who never launched anything are not counted.`,
        ]),
    ...(unresolved.size === 0
      ? []
      : [
          `${countOf(unresolved.size, "name in a rule is", "names in rules are")} not that of a person whom the site knows, such as a group of the directory: its members count by what they launched.`,
        ]),
  ];
}

function countOf(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
