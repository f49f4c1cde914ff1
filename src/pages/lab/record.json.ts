import { labPlans, labRecord } from "../../components/lab-rows.ts";
import { asJson } from "../../experiments/download.ts";

export const GET = () =>
  new Response(asJson(labPlans(), labRecord.lines), { headers: { "content-type": "application/json" } });
