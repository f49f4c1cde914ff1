import { checkedNumbers } from "../components/verdicts.ts";

export const GET = () => Response.json(checkedNumbers());
