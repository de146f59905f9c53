package providertest

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/pulumi/providertest/pulumitest"
	"github.com/pulumi/providertest/pulumitest/assertpreview"
	"github.com/pulumi/providertest/pulumitest/assertrefresh"
	"github.com/pulumi/providertest/pulumitest/opttest"
)

// newTest runs a program with the plugin in the folder that the caller names; its login comes from the environment.
func newTest(t *testing.T, program string) *pulumitest.PulumiTest {
	t.Helper()
	plugin := os.Getenv("ONTAP_ISCSI_PLUGIN_FOLDER")
	if plugin == "" {
		t.Fatal("ONTAP_ISCSI_PLUGIN_FOLDER is not set: run `npm run test:languages -- providertest`")
	}
	return pulumitest.NewPulumiTest(t, filepath.Join("programs", program),
		opttest.LocalProviderPath("ontap-iscsi", plugin), opttest.SkipInstall(), opttest.DisableGrpcLog())
}

func TestLifecycle(t *testing.T) {
	test := newTest(t, "hosts")
	test.Preview(t)
	test.Up(t)
	assertpreview.HasNoChanges(t, test.Preview(t))
	assertrefresh.HasNoChanges(t, test.Refresh(t))
	test.Destroy(t)
}
