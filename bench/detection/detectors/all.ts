import type { PublicDetector } from "../detector-view";
import { citrixArticle } from "./citrix-article";
import { dearment } from "./dearment";
import { healthCheckTests } from "./health-check";
import { leech } from "./leech";
import { preLogon } from "./pre-logon";
import { simmons } from "./simmons";

/** Every public detector that was found, in the order in which they are printed. */
export const PUBLIC_DETECTORS: readonly PublicDetector[] = [
  dearment,
  citrixArticle,
  ...healthCheckTests,
  leech,
  simmons,
  preLogon,
];
