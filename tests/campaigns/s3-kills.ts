import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { publishRemote } from '#pipeline/publish/publish-remote.ts';
import { type Rclone, rclone } from '#pipeline/publish/rclone.ts';
import { freePort } from '#tests/nginx-server.ts';
import { siteOf } from '#tests/pipeline/publish/a-target.ts';
import { systemProgram } from '#tests/system-program.ts';
import { chanceFrom } from './random.ts';

export interface RemoteKillReport {
  kills: number;
  /** Pages read from the bucket after the kills, each with its style. */
  pages: number;
}

const PAGES = 40;

/** Kills rclone at random instants on its way to a server that speaks S3; every page there must find its style, and the next run converges. */
export async function remoteKillCampaign(kills: number, seed: number): Promise<RemoteKillReport> {
  systemProgram('rclone');
  const chance = chanceFrom(seed);
  const folder = await mkdtemp(join(tmpdir(), 'jiangbang-s3-'));
  const server = await s3Server(folder);
  const report: RemoteKillReport = { kills: 0, pages: 0 };
  try {
    await publishRemote(server.run, await siteOf('000000', PAGES), server.remote);
    for (let number = 1; report.kills < kills; number += 1) {
      const site = await siteOf(String(number).padStart(6, '0'), PAGES);
      if (await killedOnce(server, site, chance.next() * 1200)) report.kills += 1;
      report.pages += await readAll(server.address);
      if (number % 4 === 0) await publishRemote(server.run, site, server.remote);
      await rm(site, { recursive: true });
    }
    const last = await siteOf('999999', PAGES);
    await publishRemote(server.run, last, server.remote);
    execFileSync('rclone', ['check', last, server.remote, '--download', '--one-way'], {
      env: server.env,
      stdio: 'ignore',
    });
    return report;
  } finally {
    server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** @returns whether the signal came before the publication was over */
async function killedOnce(server: Awaited<ReturnType<typeof s3Server>>, site: string, after: number): Promise<boolean> {
  let due = false;
  const timer = setTimeout(() => (due = true), after);
  const killing: Rclone = (given) =>
    new Promise((resolve) => {
      const child = spawn('rclone', [...given], { env: server.env, stdio: 'ignore' });
      const watch = setInterval(() => due && child.kill('SIGKILL'), 5);
      child.once('close', (code) => {
        clearInterval(watch);
        resolve({ code: code ?? 1, stdout: '', stderr: code === null ? 'killed' : '' });
      });
    });
  try {
    await publishRemote(killing, site, server.remote);
    return false;
  } catch {
    return due;
  } finally {
    clearTimeout(timer);
  }
}

async function readAll(address: string): Promise<number> {
  for (let page = 0; page < PAGES; page += 1) {
    const path = page === 0 ? 'index.html' : `notice-${page}/index.html`;
    const answer = await fetch(`${address}/${path}`);
    assert.equal(answer.status, 200, path);
    const style = /href="([^"]+)"/.exec(await answer.text())?.[1] ?? '';
    const asset = await fetch(new URL(style, `${address}/${path}`));
    assert.equal(asset.status, 200, `${path}: ${style} is missing`);
    await asset.arrayBuffer();
  }
  return PAGES;
}

/** s3rver, installed for the campaign alone, with a bucket that anyone may read. */
async function s3Server(folder: string) {
  const home = join(tmpdir(), 'jiangbang-s3rver');
  if (!existsSync(join(home, 'node_modules/s3rver'))) {
    execFileSync('npm', ['install', '--prefix', home, '--ignore-scripts', '--no-audit', '--no-fund', 's3rver@3.7.1']);
  }
  const port = await freePort();
  const flags = ['-d', folder, '-a', '127.0.0.1', '-p', String(port), '--silent', '--configure-bucket', 'site'];
  const child = spawn(process.execPath, [join(home, 'node_modules/s3rver/bin/s3rver.js'), ...flags], {
    stdio: 'ignore',
  });
  const config = join(folder, 'rclone.conf');
  await writeFile(
    config,
    `[s3]\ntype = s3\nprovider = Other\naccess_key_id = S3RVER\nsecret_access_key = S3RVER\nendpoint = http://127.0.0.1:${port}\nregion = us-east-1\nforce_path_style = true\n`,
  );
  // rclone 1.60 cannot start an S3 session where this names a bundle of certificates, which plain http needs not.
  delete process.env['AWS_CA_BUNDLE'];
  const env = { ...process.env, RCLONE_CONFIG: config };
  const address = `http://127.0.0.1:${port}/site`;
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const up = await fetch(address).then(
      () => true,
      () => false,
    );
    if (up) break;
    await wait(100);
  }
  const run: Rclone = (given, input) => rclone(['--config', config, ...given], input);
  return { address, remote: 's3:site', env, run, stop: () => child.kill() };
}
