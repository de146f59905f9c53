package providertest

import (
	"testing"

	"github.com/pulumi/providertest"
	"github.com/pulumi/providertest/pulumitest/assertpreview"
)

// releases whose recorded states today's plugin must accept, by testdata/recorded/TestProviderUpgrade/upgrade/.
var releases = []string{"0.1.0"}

func TestProviderUpgrade(t *testing.T) {
	for _, release := range releases {
		t.Run(release, func(t *testing.T) {
			preview := providertest.PreviewProviderUpgrade(t, newTest(t, "upgrade"), "ontap-iscsi", release)
			assertpreview.HasNoChanges(t, preview)
		})
	}
}
