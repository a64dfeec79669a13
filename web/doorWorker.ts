import type { Plugin } from 'vite';

/** Where the worker lies: a worker serves what is below it, and no more. */
export const DOOR_WORKER = 'desk/door/worker.js';

const PLACEHOLDER = 'DOOR_FILES';
const ICON = '/favicon.svg';
const ENTRY = 'index.html';
const PAGES = '/desk/DeskPages.tsx';

interface Chunk {
  type: 'chunk';
  fileName: string;
  code: string;
  facadeModuleId: string | null;
  imports: string[];
  dynamicImports: string[];
  viteMetadata?: { importedCss: Set<string> };
}

type Bundle = Record<string, Chunk | { type: 'asset' }>;

/**
 * Writes the names of the files that the door's page is built of into its worker, after all other plugins:
 * chunks that only had styles in them are gone by then. A worker that names a file which is not there is
 * never installed, so the build fails instead.
 */
export function doorWorker(): Plugin {
  let files: string[] = [];
  return {
    name: 'door-worker',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, output) {
        const bundle = output as unknown as Bundle;
        const worker = bundle[DOOR_WORKER];
        if (worker?.type !== 'chunk' || !worker.code.includes(PLACEHOLDER)) {
          throw new Error(`${DOOR_WORKER} has no place for the door's files`);
        }
        files = filesOf(bundle);
        worker.code = worker.code.replaceAll(
          PLACEHOLDER,
          JSON.stringify([ICON, ...files.map((name) => `/${name}`)]),
        );
      },
    },
    writeBundle(_options, written) {
      const missing = files.filter((name) => !(name in written));
      if (missing.length > 0) {
        throw new Error(`${DOOR_WORKER} names files that are not there: ${missing.join(', ')}`);
      }
    },
  };
}

/** The app's own start, and the desk's pages with all that these may load. */
function filesOf(bundle: Bundle): string[] {
  const chunks = Object.values(bundle).filter((one): one is Chunk => one.type === 'chunk');
  const names = new Set<string>();
  const take = (chunk: Chunk | undefined, lazily: boolean) => {
    if (chunk === undefined || names.has(chunk.fileName)) {
      return;
    }
    names.add(chunk.fileName);
    chunk.viteMetadata?.importedCss.forEach((name) => names.add(name));
    const further = [...chunk.imports, ...(lazily ? chunk.dynamicImports : [])];
    further.forEach((name) => {
      take(
        chunks.find(({ fileName }) => fileName === name),
        lazily,
      );
    });
  };
  const start = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(ENTRY));
  const pages = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(PAGES));
  if (start === undefined || pages === undefined) {
    throw new Error("the door's page is not where it was");
  }
  take(start, false);
  take(pages, true);
  return [...names].toSorted();
}
