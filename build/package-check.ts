// Packages what is in out/ with electron-builder's whole configuration, offline, into a folder that stands for
// Electron's own, and holds the result to what is promised: fuses, contents, size. It downloads nothing. `npm run package:check`.
import { listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { Arch, Platform, build } from 'electron-builder';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const megabyte = 1_000_000;
const largestWithoutFonts = 6 * megabyte;
/** What marks the place of the fuses in Electron's program. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
/** Electron 45 has nine fuses; as delivered, each is on or off. */
const fuseCount = 9;

const promised: readonly [FuseV1Options, FuseState][] = [
  [FuseV1Options.RunAsNode, FuseState.DISABLE],
  [FuseV1Options.EnableCookieEncryption, FuseState.ENABLE],
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable, FuseState.DISABLE],
  [FuseV1Options.EnableNodeCliInspectArguments, FuseState.DISABLE],
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, FuseState.ENABLE],
  [FuseV1Options.OnlyLoadAppFromAsar, FuseState.ENABLE],
  [FuseV1Options.GrantFileProtocolExtraPrivileges, FuseState.DISABLE],
];

/** A folder like Electron's: a program that holds the fuse wire, and the folders that packaging looks for. */
function emptyElectron(folder: string): void {
  for (const name of ['resources', 'locales']) mkdirSync(join(folder, name), { recursive: true });
  for (const language of ['en-US', 'zh-CN']) writeFileSync(join(folder, 'locales', `${language}.pak`), '');
  const wire = Buffer.concat([
    Buffer.from(`program ${sentinel}`),
    Buffer.from([1, fuseCount]),
    Buffer.alloc(fuseCount, FuseState.ENABLE),
  ]);
  writeFileSync(join(folder, 'electron'), wire, { mode: 0o755 });
}

async function packageInto(folder: string): Promise<string> {
  const electron = join(folder, 'electron');
  emptyElectron(electron);
  const output = join(folder, 'dist');
  await build({
    projectDir: root,
    targets: Platform.LINUX.createTarget('dir', Arch.x64),
    config: {
      extends: 'electron-builder.yml',
      directories: { output },
      electronDist: electron,
    },
    publish: 'never',
  });
  return join(output, 'linux-unpacked');
}

async function problemsOf(packaged: string): Promise<readonly string[]> {
  const fuses = await getCurrentFuseWire(join(packaged, 'purser'));
  const archive = join(packaged, 'resources/app.asar');
  const files = listPackage(archive, { isPack: false }).map((path) => path.replaceAll('\\', '/'));
  const outside = files.filter((path) => !/^\/(package[.]json|out(\/(main|renderer|sample)(\/.*)?)?)$/.test(path));
  const needed = ['/out/main/main.js', '/out/main/preload.cjs', '/out/main/book.worker.js', '/out/renderer/index.html'];
  const fonts = files.filter((path) => path.endsWith('.woff2'));
  const fontBytes = fonts.reduce((sum, path) => sum + statSync(join(root, path)).size, 0);
  const withoutFonts = statSync(archive).size - fontBytes;
  console.log(`app.asar: ${files.length} entries, ${(withoutFonts / megabyte).toPrecision(3)} MB without fonts`);
  return [
    ...promised
      .filter(([fuse, state]) => fuses[fuse] !== state)
      .map(([fuse]) => `the fuse ${FuseV1Options[fuse]} is not as promised`),
    ...outside.map((path) => `the archive holds ${path}`),
    ...needed.filter((path) => !files.includes(path)).map((path) => `the archive lacks ${path}`),
    ...files.filter((path) => path.endsWith('.node')).map((path) => `${path} is a native module`),
    ...(withoutFonts > largestWithoutFonts ? ['the archive is larger than 6 MB without fonts'] : []),
  ];
}

const folder = mkdtempSync(join(tmpdir(), 'purser-package-'));
try {
  const problems = await problemsOf(await packageInto(folder));
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
  else console.log('The package is as promised.');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
