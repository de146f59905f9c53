import { accountKeys, readAccounts } from "../access/read-accounts";
import { accountEntries } from "../access/write-accounts";
import { InputReader } from "../input/reader";
import { ambiguityChoices, switchAmbiguities } from "../state/ambiguities";
import type { OntapVersion } from "../state/version";
import { parseVersion, readVersion } from "../state/version";
import { isRecord, type WireRecord } from "../wire/json";
import type { Control } from "./control";

const settingKeys = [
  "latencyMs",
  "maxPage",
  "version",
  "personality",
  ...accountKeys,
  "auditFiles",
  "auditFileEntries",
  "unknowns",
] as const;

/** GET `/settings`: the current value of everything that PUT takes. */
export const getSettings: Control = ({ cluster }) => {
  const { ambiguities, users: _users, roles: _roles, ...plain } = cluster.settings;
  const { generation, major, minor } = cluster.store.version;
  const version = { generation, major, minor };
  const accounts = accountEntries(cluster.settings);
  return { body: { ...plain, version, ...accounts, unknowns: { ...ambiguities } } };
};

/** PUT `/settings`: sets what is given and leaves the rest; `unknowns` too is set switch by switch. */
export const putSettings: Control = (call) => {
  const { cluster, body } = call;
  const input = new InputReader(body, "", settingKeys);
  const latencyMs = input.nonNegativeInt("latencyMs") ?? cluster.settings.latencyMs;
  const maxPage = input.positiveInt("maxPage") ?? cluster.settings.maxPage;
  const auditFiles = input.positiveInt("auditFiles") ?? cluster.settings.auditFiles;
  const auditFileEntries = input.positiveInt("auditFileEntries") ?? cluster.settings.auditFileEntries;
  const personality = readPersonality(input) ?? cluster.settings.personality;
  input.object("unknowns", Object.keys(ambiguityChoices));
  const ambiguities = switchAmbiguities(cluster.settings.ambiguities, isRecord(body.unknowns) ? body.unknowns : {});
  const version = readRelease(input, body) ?? cluster.store.version;
  const accounts = readAccounts(input, cluster.settings, version);
  Object.assign(cluster.settings, {
    latencyMs,
    maxPage,
    auditFiles,
    auditFileEntries,
    personality,
    ...accounts,
    ambiguities,
  });
  cluster.store.version = version;
  return getSettings(call);
};

function readPersonality(input: InputReader): "unified" | "asaR2" | undefined {
  const text = input.text("personality");
  if (text === undefined || text === "unified" || text === "asaR2") {
    return text;
  }
  throw input.fail("personality", "must be one of unified, asaR2");
}

/** The release as text, or as a fixture gives it. */
function readRelease(input: InputReader, body: WireRecord): OntapVersion | undefined {
  if (isRecord(body.version)) {
    return readVersion(input);
  }
  const text = input.text("version");
  const version = text === undefined ? undefined : parseVersion(text);
  if (text === undefined || version !== undefined) {
    return version;
  }
  throw input.fail("version", 'must be text such as "9.16.1", or {generation, major, minor}');
}
