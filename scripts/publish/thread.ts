import { parentPort, workerData } from "node:worker_threads";
import { publishAll } from "./all.ts";

parentPort?.postMessage(await publishAll(workerData));
