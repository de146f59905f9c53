// A program with a provider of its own, every property of both resources, and functions through that provider.
package main

import (
	ontapiscsi "example.com/pulumi-ontap-iscsi/sdk/go/ontap-iscsi"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
)

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		east, err := ontapiscsi.NewProvider(ctx, "east", &ontapiscsi.ProviderArgs{
			Host:                  pulumi.String("https://cluster.example"),
			Username:              pulumi.String("admin"),
			Password:              pulumi.String("login-secret"),
			TimeoutMs:             pulumi.Int(10_000),
			MaxConcurrentRequests: pulumi.Int(4),
		})
		if err != nil {
			return err
		}
		service, err := ontapiscsi.NewIscsiService(ctx, "service", &ontapiscsi.IscsiServiceArgs{
			Svm:             &ontapiscsi.SvmArgs{Name: pulumi.String("svm1")},
			Adopt:           pulumi.Bool(true),
			Enabled:         pulumi.Bool(true),
			ForceDisconnect: pulumi.Bool(false),
			Target:          &ontapiscsi.IscsiTargetArgs{Alias: pulumi.String("hosts")},
		}, pulumi.Provider(east))
		if err != nil {
			return err
		}
		credentials, err := ontapiscsi.NewIscsiCredentials(ctx, "host", &ontapiscsi.IscsiCredentialsArgs{
			Svm:                &ontapiscsi.SvmArgs{Uuid: service.SvmUuid},
			Initiator:          pulumi.String("iqn.1998-01.com.corp.iscsi:name1"),
			AuthenticationType: ontapiscsi.AuthenticationTypeChap,
			Chap: &ontapiscsi.ChapArgs{
				Inbound:  &ontapiscsi.ChapUserArgs{User: pulumi.String("host"), Password: pulumi.String("inbound-secret")},
				Outbound: &ontapiscsi.ChapUserArgs{User: pulumi.String("array"), Password: pulumi.String("outbound-secret")},
			},
			InitiatorAddress: &ontapiscsi.InitiatorAddressArgs{
				Ranges: ontapiscsi.AddressRangeArray{
					&ontapiscsi.AddressRangeArgs{Start: pulumi.String("192.0.2.10"), End: pulumi.String("192.0.2.20")},
				},
				Masks: ontapiscsi.AddressMaskArray{
					&ontapiscsi.AddressMaskArgs{Address: pulumi.String("198.51.100.0"), Netmask: pulumi.Int(24)},
					&ontapiscsi.AddressMaskArgs{Address: pulumi.String("203.0.113.0"), Netmask: pulumi.String("255.255.255.0")},
				},
			},
			OnRemove: ontapiscsi.OnRemoveDeny,
		}, pulumi.Provider(east))
		if err != nil {
			return err
		}
		// The generator says Lookup where a function and the reading of a resource would have the same name.
		found := ontapiscsi.LookupIscsiServiceOutput(ctx, ontapiscsi.LookupIscsiServiceOutputArgs{
			Svm: &ontapiscsi.SvmArgs{Uuid: service.SvmUuid},
		}, pulumi.Provider(east))
		sessions := ontapiscsi.GetIscsiSessionsOutput(ctx, ontapiscsi.GetIscsiSessionsOutputArgs{
			Initiator: &ontapiscsi.IscsiSessionInitiatorFilterArgs{
				Name: &ontapiscsi.StringQueryArgs{Like: pulumi.String("iqn.1998*")},
			},
			Fields: pulumi.ToStringArray([]string{"initiator", "connections"}),
		}, pulumi.Provider(east))
		ctx.Export("enabled", found.Enabled())
		ctx.Export("sessions", sessions.Count())
		ctx.Export("targetName", service.TargetName)
		ctx.Export("svmName", credentials.SvmName)
		return nil
	})
}
