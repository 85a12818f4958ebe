import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PracticeView } from "@/components/practice/practice-view";
import { routes } from "@/components/routes";
import { Forbidden } from "@/components/shell/forbidden";
import { getRuntime } from "@/lib/collector/runtime";
import { can } from "@/lib/domain/role";
import { requireActor } from "../require-actor";

export const metadata: Metadata = { title: "Practice site" };

export default async function PracticePage() {
  const { role } = await requireActor(routes.practice);
  if (getRuntime().practice === null) notFound();
  if (!can(role, "run-practice")) return <Forbidden title="Practice site" permission="run-practice" role={role} />;
  return <PracticeView />;
}
