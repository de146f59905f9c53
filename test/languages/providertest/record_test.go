//go:build record

package providertest

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/pulumi/providertest"
	"github.com/pulumi/providertest/pulumitest"
	"github.com/pulumi/providertest/pulumitest/optrun"
)

// TestRecord writes the state that the plugin leaves, for the tests of later releases.
func TestRecord(t *testing.T) {
	folder := providertest.GetUpgradeCacheDir("upgrade", os.Getenv("ONTAP_ISCSI_RECORD"))
	newTest(t, "upgrade").Run(t,
		func(test *pulumitest.PulumiTest) { test.Up(t) },
		optrun.WithCache(filepath.Join(folder, "stack.json")))
}
