import { InputReader } from "../input/reader";
import type { OntapVersion } from "../state/model";
import { roles, type User } from "../state/settings";
import { switchUnknowns, unknownChoices } from "../state/unknowns";
import { parseVersion } from "../state/version";
import { isRecord, type WireRecord } from "../wire/json";
import type { Control } from "./control-call";

const keys = ["latencyMs", "maxPage", "version", "personality", "users", "unknowns"] as const;

/** GET `/settings`: everything that PUT takes, as it stands. */
export const getSettings: Control = ({ world }) => {
  const { latencyMs, maxPage, personality, users, unknowns } = world.settings;
  const { generation, major, minor } = world.store.version;
  const shownUsers = users.map((user) => ({ ...user }));
  const version = { generation, major, minor };
  return { body: { latencyMs, maxPage, version, personality, users: shownUsers, unknowns: { ...unknowns } } };
};

/** PUT `/settings`: sets what is given and leaves the rest; `unknowns` too is set switch by switch. */
export const putSettings: Control = (call) => {
  const { world, body } = call;
  const input = new InputReader(body, "", keys);
  const latencyMs = input.amount("latencyMs") ?? world.settings.latencyMs;
  const maxPage = input.amount("maxPage") ?? world.settings.maxPage;
  if (maxPage === 0) throw input.fail("maxPage", "must be at least 1");
  const personality = readPersonality(input) ?? world.settings.personality;
  const users = input.has("users") ? readUsers(input) : world.settings.users;
  input.object("unknowns", Object.keys(unknownChoices));
  const unknowns = switchUnknowns(world.settings.unknowns, isRecord(body.unknowns) ? body.unknowns : {});
  const version = readVersion(input, body) ?? world.store.version;
  Object.assign(world.settings, { latencyMs, maxPage, personality, users, unknowns });
  world.store.version = version;
  return getSettings(call);
};

function readPersonality(input: InputReader): "unified" | "asaR2" | undefined {
  const text = input.text("personality");
  if (text === undefined || text === "unified" || text === "asaR2") return text;
  throw input.fail("personality", "must be one of unified, asaR2");
}

function readUsers(input: InputReader): User[] {
  return input.objects("users", ["name", "password", "role", "svm"]).map((user) => {
    const svm = user.text("svm");
    return {
      name: user.required("name"),
      password: user.required("password"),
      role: user.oneOf("role", roles) ?? "admin",
      ...(svm !== undefined && { svm }),
    };
  });
}

function readVersion(input: InputReader, body: WireRecord): OntapVersion | undefined {
  if (!input.has("version")) return undefined;
  const given = isRecord(body.version)
    ? [body.version.generation, body.version.major, body.version.minor ?? 0].join(".")
    : input.text("version");
  const version = parseVersion(given ?? "");
  if (version === undefined)
    throw input.fail("version", 'must be text such as "9.16.1", or {generation, major, minor}');
  return version;
}
