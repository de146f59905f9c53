import { pythonProgram } from "../../../../cli/import/languages/python";
import { planOf } from "./hostile";

it("writes a table of SVMs and one loop over it, by the names of the SDK for Python", () => {
  const text = pythonProgram(planOf("svm1", ['iqn.1998-01.com.example:"host1"'], "user", "plugin", "east"));
  expect(
    text,
  ).toBe(`"""Written by \`ontap-iscsi import\`, and yours from here on: a row is a resource, and editing it changes that one."""

from typing import Any

import pulumi
from pulumi_ontap_iscsi import IscsiCredentials, IscsiService

config = pulumi.Config()
cluster = "east"

svms: list[dict[str, Any]] = [
    {
        "svm": {"name": "svm1", "uuid": "19d04b8e-94d7-11e8-8370-005056b48fd2"},
        "service": {"enabled": True, "target": {"alias": "user"}},
        "credentials": [
            {"initiator": "iqn.1998-01.com.example:\\"host1\\"", "authentication_type": "chap", "chap": {"inbound": {"user": "user", "password": config.require_secret("svm1--host1-")}}, "initiator_address": {"ranges": [{"start": "10.0.0.1", "end": "10.0.0.9"}], "masks": []}},
        ],
    },
]

for entry in svms:
    svm = entry["svm"]
    service: Any = None
    if "service" in entry:
        service = IscsiService(f"{cluster}/{svm['name']}", cluster=cluster, svm=svm, **entry["service"])
    for row in entry["credentials"]:
        IscsiCredentials(f"{cluster}/{svm['name']}/{row['initiator']}", cluster=cluster, svm=service.svm if service else svm, **row)
`);
});
