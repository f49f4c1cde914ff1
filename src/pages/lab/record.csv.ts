import { labPlans, labRecord } from "../../components/lab-rows.ts";
import { asCsv } from "../../experiments/download.ts";

export const GET = () =>
  new Response(asCsv(labPlans(), labRecord.lines), { headers: { "content-type": "text/csv" } });
