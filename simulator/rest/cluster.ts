import { answerInstance, type CollectionSpec } from "../query";
import { stableUuid } from "../state/names";
import { versionText } from "../state/version";
import type { Operation } from "./call";

const spec: CollectionSpec = {
  fields: {
    name: { type: "string" },
    uuid: { type: "string" },
    "version.full": { type: "string" },
    "version.generation": { type: "integer" },
    "version.major": { type: "integer" },
    "version.minor": { type: "integer" },
    san_optimized: { type: "boolean", since: "9.8" },
    disaggregated: { type: "boolean", since: "9.16" },
  },
  identifiers: ["name", "uuid"],
  keys: ["uuid"],
  links: () => ({ "": "/api/cluster" }),
};

/** GET `/api/cluster`: release and personality. Only the fields asked for come back, as in a recorded reply. */
export const getCluster: Operation = ({ cluster: world, path, rawQuery, hal, version }) => {
  const asaR2 = world.settings.personality === "asaR2";
  const { generation, major, minor } = world.store.version;
  const record = {
    name: "cluster1",
    uuid: stableUuid("cluster", "cluster1"),
    version: { full: versionText(world.store.version), generation, major, minor },
    san_optimized: asaR2,
    disaggregated: asaR2,
  };
  const asked = rawQuery.includes("fields=");
  const shown = asked ? { ...spec, identifiers: [] } : spec;
  return { status: 200, body: answerInstance({ spec: shown, path, rawQuery, hal, version }, record) };
};
