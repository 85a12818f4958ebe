import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { MessagePort } from "node:worker_threads";
import { DeskError, ERROR_STATUS } from "@/lib/errors";
import { QuestionLine } from "../question-line";
import { toClixml } from "./clixml";
import { CmdletAnswer, CmdletCall } from "./wire";
