import { crashesOf } from "../../../proof/crashes/crashes";

const request = (method: string) => ({ method, path: "/api", query: "", status: 200, at: "" });

test("a write has every moment, a read the one before it, for each that can be killed", () => {
  const crashes = crashesOf([request("GET"), request("POST")]);
  expect(crashes.map(({ victim, moment, nth }) => `${victim} ${moment} ${nth}`)).toEqual([
    "provider before 1",
    "engine before 1",
    "provider before 2",
    "provider after the effect of 2",
    "provider after the reply to 2",
    "engine before 2",
    "engine after the effect of 2",
    "engine after the reply to 2",
  ]);
});
