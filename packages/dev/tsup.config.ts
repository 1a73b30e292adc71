import path from "node:path"
import { type types as babelTypes, type PluginObject, transformSync } from "@babel/core"
import { defineConfig } from "tsup"
import { entriesOf, publicPackages, root } from "./src/workspace.ts"

/**
 * Says of everything that a module computes when it is loaded that it may be dropped where nobody asks for it: a package
 * is one file, of which an application may need a few functions. Nothing of ours has effects when it is loaded.
 */
const pureValues = ({ types }: { readonly types: typeof babelTypes }): PluginObject => ({
  visitor: {
    Program: ({ node }) => {
      for (const statement of node.body) {
        if (statement.type !== "VariableDeclaration") continue
        for (const declarator of statement.declarations) {
          const { init } = declarator
          if (!init || types.isFunction(init) || types.isLiteral(init)) continue
          const call = types.callExpression(types.arrowFunctionExpression([], init), [])
          declarator.init = types.addComment(call, "leading", "@__PURE__")
        }
      }
    }
  }
})

const markPureValues = {
  name: "mark-pure-values",
  renderChunk: (code: string, chunk: { readonly path: string; readonly map?: string | object | null }) => {
    const done = transformSync(code, {
      plugins: [pureValues],
      filename: chunk.path,
      configFile: false,
      babelrc: false,
      inputSourceMap: typeof chunk.map === "string" ? JSON.parse(chunk.map) : (chunk.map ?? undefined),
      sourceMaps: true
    })
    return { code: done?.code ?? code, map: JSON.stringify(done?.map) }
  }
}

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
    plugins: [markPureValues],
    // What a package depends on is installed beside it, never copied into it.
    skipNodeModulesBundle: true,
    // `node:sqlite` has no name without the prefix.
    removeNodeProtocol: false,
    esbuildOptions(options) {
      options.charset = "utf8"
    }
  }))
)
