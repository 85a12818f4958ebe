import Link from "next/link";
import type { UserResponse } from "@/lib/api/contract/users";
import { routes } from "../routes";
import type { Fact } from "../ui/description-list";
import { Time } from "../ui/time";

/** What the site wrote down about one person. */
export function callerFacts(user: UserResponse["user"]): Fact[] {
  return [
    { name: "Account", value: user.account },
    { name: "Full name", value: user.fullName },
    { name: "User principal name", value: user.upn },
    { name: "Domain", value: user.domain || null },
    { name: "Assigned machines", value: <Machines machines={user.assignedMachines} /> },
    { name: "Known since", value: user.firstSeen && <Time at={user.firstSeen} focusable /> },
    { name: "Last changed", value: user.lastChanged && <Time at={user.lastChanged} focusable /> },
    { name: "Key", value: user.key },
  ];
}

function Machines({ machines }: { machines: UserResponse["user"]["assignedMachines"] }) {
  if (machines.length === 0) return "none";
  return (
    <span className="flex flex-wrap gap-x-3">
      {machines.map((machine) => (
        <Link key={machine.key} href={routes.server(machine.key)} className="text-link">
          {machine.name}
        </Link>
      ))}
    </span>
  );
}
