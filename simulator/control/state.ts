import { readFixture } from "../fixture/read";
import { writeFixture } from "../fixture/write";
import type { Control } from "./control-call";

/** GET `/state`: a fixture, passwords included. */
export const getState: Control = ({ world }) => ({ body: writeFixture(world.store) });

/** PUT `/state`: replaces everything that the cluster remembers. A fixture without `version` leaves the release alone. */
export const putState: Control = ({ world, body }) => {
  world.store = readFixture(body, world.store.version);
  return { body: writeFixture(world.store) };
};
