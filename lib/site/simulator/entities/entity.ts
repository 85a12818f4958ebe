import type { TruthRecord } from "../store/own-tables";
import type { Lease } from "./lease";
import type { Machine } from "./machine";
import type { Person } from "./person";
import type { PowerActionRecord } from "./power-action";
import type { Scenario } from "./scenario";
import type { Session } from "./session";
import type { Application, Catalog, Group, Hypervisor, SiteEntity } from "./site";

/** What the simulation consists of: plain data, kept as JSON. The tables of the site are written from it. */
export type Entity =
  | SiteEntity
  | Group
  | Catalog
  | Hypervisor
  | Application
  | Person
  | Machine
  | Session
  | Lease
  | Scenario
  | PowerActionRecord
  | TruthRecord;
