"""One SVM that serves iSCSI, and one host that logs in with CHAP."""

import pulumi
import pulumi_ontap_iscsi as ontap_iscsi

config = pulumi.Config()

# The target that initiators log in to; an SVM has one.
service = ontap_iscsi.IscsiService(
    "svm1",
    svm={"name": config.require("svm")},
    target={"alias": "prod"},
)

host = ontap_iscsi.IscsiCredentials(
    "host1",
    # Taken from the service, so that the service is created first and deleted last.
    svm=service.svm,
    initiator=config.require("initiator"),
    authentication_type=ontap_iscsi.AuthenticationType.CHAP,
    chap={"inbound": {"user": "host1", "password": config.require_secret("password")}},
)

# What the host's administrator needs to know, besides the password.
pulumi.export("targetName", service.target_name)
pulumi.export("initiator", host.initiator)
