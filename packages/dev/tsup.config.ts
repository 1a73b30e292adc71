import path from "node:path"
import { defineConfig } from "tsup"
import { entriesOf, publicPackages, root } from "./src/workspace.ts"

/** JavaScript for every public package, one file for each public subpath; `tsc -b` writes the declarations beside it. */
export default defineConfig(
  publicPackages().map(({ folder, manifest }) => ({
    name: manifest.name,
    entry: Object.fromEntries(
      Object.entries(entriesOf(manifest)).map(([name, source]) => [name, path.join(root, folder, source)])
    ),
    outDir: path.join(root, folder, "dist"),
    tsconfig: path.join(root, folder, "tsconfig.build.json"),
    format: "esm",
    target: "es2023",
    platform: "neutral",
    sourcemap: true,
    clean: true,
    dts: false,
    silent: true,
    // What a package depends on is installed beside it, never copied into it.
    skipNodeModulesBundle: true,
    // `node:sqlite` has no name without the prefix.
    removeNodeProtocol: false,
    esbuildOptions(options) {
      options.charset = "utf8"
    }
  }))
)
