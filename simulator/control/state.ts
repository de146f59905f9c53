import { readFixture } from "../fixture/read";
import { writeFixture } from "../fixture/write";
import type { Control } from "./control-call";

/** GET `/state`: a fixture, passwords included. */
export const getState: Control = ({ cluster }) => ({ body: writeFixture(cluster.store) });

/** PUT `/state`: replaces everything that the cluster remembers. A fixture without `version` leaves the release alone. */
export const putState: Control = ({ cluster, body }) => {
  cluster.store = readFixture(body, cluster.store.version);
  return { body: writeFixture(cluster.store) };
};
