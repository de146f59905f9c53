import { getClock, putClock } from "./clock";
import type { Control } from "./control-call";
import { addFault, clearFaults, getFaults } from "./faults";
import { logIn } from "./log-in";
import { logOut } from "./log-out";
import { forgetRequests, getRequests } from "./requests";
import { getSettings, putSettings } from "./settings";
import { getState, putState } from "./state";
import { getStats } from "./stats";

/** The control plane's calls by path below `/simulator`, then by method. */
export const controls: Readonly<Record<string, Readonly<Record<string, Control>>>> = {
  "/requests": { GET: getRequests, DELETE: forgetRequests },
  "/stats": { GET: getStats },
  "/state": { GET: getState, PUT: putState },
  "/faults": { GET: getFaults, POST: addFault, DELETE: clearFaults },
  "/settings": { GET: getSettings, PUT: putSettings },
  "/clock": { GET: getClock, PUT: putClock },
  "/sessions": { POST: logIn, DELETE: logOut },
};
