import { unusedHosts } from "../../../provider/connection";

const clusters = JSON.stringify({ "east-1": { host: "east" }, west: { username: "me" } });
const config = (key: string) => ({ host: "array", clusters })[key];
const nothing = () => undefined;

it("names a variable that the configuration overrules", () => {
  expect(unusedHosts(config, { ONTAP_HOST: "other", ONTAP_EAST_1_HOST: "other" }, [undefined, "east-1"])).toEqual([
    "ONTAP_HOST is set and not used: the configuration names another host (ontap-iscsi:host)",
    "ONTAP_EAST_1_HOST is set and not used: the configuration names another host (ontap-iscsi:clusters.east-1.host)",
  ]);
});

it("names ONTAP_HOST where only clusters with a name are meant", () => {
  expect(unusedHosts(nothing, { ONTAP_HOST: "other", ONTAP_WEST_HOST: "west" }, ["west"])).toEqual([
    "ONTAP_HOST is set and not used: it never applies to a cluster with a name",
  ]);
});

it.each([
  ["that is used", nothing, { ONTAP_HOST: "array" }, [undefined]],
  ["that names the same host", config, { ONTAP_HOST: "array" }, [undefined]],
  ["that is empty", config, { ONTAP_HOST: "" }, [undefined]],
  ["of a cluster that has no host in the configuration", config, { ONTAP_WEST_HOST: "west" }, ["west"]],
  ["where there is no cluster at all", config, { ONTAP_HOST: "other" }, []],
])("says nothing of a variable %s", (_what, lookup, env, among) => {
  expect(unusedHosts(lookup, env, among)).toEqual([]);
});
